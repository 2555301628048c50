class Work
{
    public object Sorted(int[] a)
    {
        return a.OrderBy(x => x); // CS1061
    }
}
