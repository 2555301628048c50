class Work
{
    public string Text(double x) { return string.Format("{0}", x); } // NG0303
}
