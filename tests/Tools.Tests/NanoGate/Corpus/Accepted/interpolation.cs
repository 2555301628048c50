class Work
{
    const string Unit = "mV";
    const string Name = $"u_{Unit}";
    public string Text(int n, string s, byte b, bool ok) { return $"{Name}={n,6} {s} {b:X2} {n:D3} {ok} {'c'}"; }
}
