class Work
{
    public bool Is(string s) { return s?.Length > 2; } // CS0518
}
