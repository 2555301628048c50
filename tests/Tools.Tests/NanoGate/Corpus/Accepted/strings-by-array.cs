class Work
{
    public int Commas(string s)
    {
        int n = 0;
        char[] text = s.ToCharArray();
        for (int i = 0; i < text.Length; i++)
            if (text[i] == ',')
                n++;
        return n;
    }
}
