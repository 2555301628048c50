class Work
{
    public string Text(double x) { return "x=" + x; } // NG0303
}
