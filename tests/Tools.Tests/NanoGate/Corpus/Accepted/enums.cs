using System;
[Flags]
enum Faults : byte { None = 0, Crc = 1, Nack = 2 }
class Work
{
    public string Text(Faults f) { return (f & Faults.Crc) != 0 ? "crc" : ((int)f).ToString() + $"{(byte)f:X2}" + (int)f; }
    public bool Has(Faults f) { return f.HasFlag(Faults.Nack); }
}
