class Work
{
    public int Count(string s)
    {
        int n = 0;
        for (int i = 0; i < s.Length; i++)
            if (s[i] == ',') // NG0206
                n++;
        return n;
    }
}
