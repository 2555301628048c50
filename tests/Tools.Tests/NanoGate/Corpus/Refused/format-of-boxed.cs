class Work
{
    public string Text(object n) { return string.Format("{0:00}", n); } // NG0301
}
