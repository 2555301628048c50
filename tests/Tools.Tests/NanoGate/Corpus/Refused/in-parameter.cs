class Work
{
    public int Get(in int c) { return c; } // NG0204
}
