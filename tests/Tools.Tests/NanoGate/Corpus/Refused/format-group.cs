class Work
{
    public string Group(int n) { return string.Format("{0:#,##0}", n); } // NG0301
}
