class Work
{
    static int Sum(int first = 1, params int[] more) { return first + more.Length; }
    public int Run() { return Sum() + Sum(1, 2, 3) + Sum(first: 4); }
}
