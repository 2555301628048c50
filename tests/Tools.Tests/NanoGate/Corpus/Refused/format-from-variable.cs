class Work
{
    public string Text(int n, string format) { return n.ToString(format); } // NG0302
}
