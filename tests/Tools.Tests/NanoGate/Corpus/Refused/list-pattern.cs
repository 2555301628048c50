class Work
{
    public bool Is(int[] a) { return a is [1, 2]; } // CS0518 CS8936
}
