class Work
{
    public string Head(string s) { return s[..2]; } // CS0518
}
