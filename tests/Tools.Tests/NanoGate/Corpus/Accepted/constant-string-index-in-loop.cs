class Work
{
    public int Comments(string[] lines)
    {
        int n = 0;
        foreach (string s in lines)
            if (s.Length > 0 && s[0] == '#')
                n++;
        return n;
    }
}
