using System;
class Work
{
    public void Fill(Span<byte> s) { } // CS0246
}
