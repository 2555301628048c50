class Work
{
    public string Text(double x) { return x.ToString("G5"); } // NG0303
}
