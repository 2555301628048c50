class Work
{
    public string Text(int n, string format) { return string.Format(format, n); } // NG0302
}
