class Work
{
    public decimal Price() { return 1; } // CS0518
}
