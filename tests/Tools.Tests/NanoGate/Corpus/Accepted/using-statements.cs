using System.IO;
class Work
{
    public long Size(byte[] data)
    {
        using var a = new MemoryStream(data);
        using (var b = new MemoryStream())
        {
            b.WriteByte(1);
            return a.Length + b.Length;
        }
    }
}
