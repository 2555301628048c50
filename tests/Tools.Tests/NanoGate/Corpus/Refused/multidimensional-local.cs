class Grid
{
    public int Sum()
    {
        var cells = new byte[4, 4]; // NG0203
        return cells.Length;
    }
}
