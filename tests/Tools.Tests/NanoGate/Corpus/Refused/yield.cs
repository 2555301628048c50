using System.Collections;
class Work
{
    public IEnumerable Numbers()
    { // CS0518 CS0656
        yield return 1;
    }
}
