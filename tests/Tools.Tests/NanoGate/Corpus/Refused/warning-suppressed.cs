#pragma warning disable CS0168
class Work
{
    public void Run()
    {
        int n; // CS0168
    }
}
