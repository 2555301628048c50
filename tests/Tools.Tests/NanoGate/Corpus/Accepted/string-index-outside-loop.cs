class Work
{
    public bool IsComment(string s) { return s.Length > 0 && s[0] == '#' && s[s.Length - 1] != ';'; }
}
