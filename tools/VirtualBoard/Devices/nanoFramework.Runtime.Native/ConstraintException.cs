namespace nanoFramework.Runtime.Native;

public class ConstraintException : Exception
{
    public ConstraintException()
        : base("The thread ran longer than its execution constraint allows.")
    {
    }
}
