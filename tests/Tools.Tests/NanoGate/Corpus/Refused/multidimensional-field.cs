class Grid
{
    readonly int[,] cells = new int[2, 3]; // NG0203
    public int Rank { get { return cells.Length; } } // NG0203
}
