class Work
{
    readonly int[][] rows = { new[] { 1, 2 }, new[] { 3 } };
    public int Sum()
    {
        int n = 0;
        foreach (int[] row in rows)
            foreach (int cell in row)
                n += cell;
        return n;
    }
}
