delegate int Counter(string s);
class Work
{
    public Counter Make()
    {
        return s =>
        {
            int i = 0;
            do
                i++;
            while (s[i] != ';'); // NG0206
            return i;
        };
    }
}
