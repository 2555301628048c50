class Work
{
    public string Text(double x) { return x.ToString(); } // NG0303
}
