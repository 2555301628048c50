ref struct Cursor // NG0204
{
    public int Position;
    public Cursor(int position) { Position = position; }
}
