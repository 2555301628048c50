readonly struct Celsius // NG0204
{
    public Celsius(int value) { Value = value; }
    public readonly int Value;
}
