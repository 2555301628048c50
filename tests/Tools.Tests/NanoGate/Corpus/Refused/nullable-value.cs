class Work
{
    public int? Maybe() { return 1; } // CS0518
}
