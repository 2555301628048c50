class Work
{
    public int Sum(string s)
    {
        int n = 0;
        foreach (char c in s) // NG0206
            n += c;
        return n;
    }
}
