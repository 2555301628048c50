class Work
{
    public string Exact(double x) { return $"{x:R}"; } // NG0301
}
