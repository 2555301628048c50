class Work
{
    public int Skip(string s)
    {
        int i = 0;
        while (s[i] == ' ') // NG0206
            i++;
        return i;
    }
}
