class Work
{
    public string Text() { return "ab\0cd"; } // NG0205
}
