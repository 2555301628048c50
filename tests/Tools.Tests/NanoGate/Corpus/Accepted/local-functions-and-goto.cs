class Work
{
    public int Run(int n)
    {
        int Fold(int k) { return k <= 1 ? 1 : k * Fold(k - 1); }
        again:
        if (n > 5) { n--; goto again; }
        return Fold(n);
    }
}
