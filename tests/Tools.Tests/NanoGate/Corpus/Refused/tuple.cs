class Work
{
    public (int, int) Pair() { return (1, 2); } // CS8179
}
