class Work
{
    public int Last(int[] a) { return a[^1]; } // CS0518 CS0656
}
