struct Milli
{
    public int Value;
    public static Milli operator +(Milli a, Milli b) { return new Milli { Value = a.Value + b.Value }; }
    public static implicit operator int(Milli m) { return m.Value; }
}
class Work
{
    public int Sum(Milli a, Milli b) { return a + b; }
}
