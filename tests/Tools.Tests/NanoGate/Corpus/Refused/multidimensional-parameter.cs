class Grid
{
    public void Set(int[,,] cells) { } // NG0203
}
