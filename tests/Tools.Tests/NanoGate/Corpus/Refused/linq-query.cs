class Work
{
    public object Big(int[] a)
    {
        return from x in a where x > 3 select x; // CS1935
    }
}
