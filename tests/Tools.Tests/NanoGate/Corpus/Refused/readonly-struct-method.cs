struct Celsius
{
    public int Value;
    public Celsius(int value) { Value = value; }
    public readonly int Twice() { return Value * 2; } // NG0204
}
