class Work
{
    public int Add(int a, int b)
    {
        checked // NG0306
        {
            return a + b;
        }
    }
}
