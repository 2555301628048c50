struct Celsius
{
    public int Value { get; set; } // NG0204
}
