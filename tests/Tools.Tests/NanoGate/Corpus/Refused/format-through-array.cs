class Work
{
    public string Text(object[] a) { return string.Format("{0:C}", a); } // NG0301
}
