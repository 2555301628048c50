using System.Text;

namespace System.IO;

/// <summary>UTF-8 text from a stream.</summary>
public class StreamReader : TextReader
{
    private readonly byte[] _bytes = new byte[512];
    private readonly char[] _chars = new char[513];
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly bool _leaveOpen;
    private int _next;
    private int _count;
    private bool _ended;

    public StreamReader(Stream stream, bool leaveOpen = false)
    {
        BaseStream = stream is { CanRead: true } ? stream : throw new ArgumentException("The stream gives no bytes.", nameof(stream));
        _leaveOpen = leaveOpen;
    }

    public virtual Stream BaseStream { get; }

    public virtual Encoding CurrentEncoding => Encoding.UTF8;

    public bool EndOfStream => Peek() < 0;

    public override void Close() => Dispose();

    public override int Peek() => Fill() ? _chars[_next] : -1;

    public override int Read() => Fill() ? _chars[_next++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        int done = 0;
        while (done < count && Fill())
            buffer[index + done++] = _chars[_next++];
        return done;
    }

    public override string? ReadLine()
    {
        if (!Fill())
            return null;

        var line = new StringBuilder();
        int c;
        for (c = Read(); c is not (-1 or '\n' or '\r'); c = Read())
            line.Append((char)c);
        if (c == '\r' && Peek() == '\n')
            Read();
        return line.ToString();
    }

    public override string ReadToEnd()
    {
        var text = new StringBuilder();
        for (int c = Read(); c >= 0; c = Read())
            text.Append((char)c);
        return text.ToString();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_leaveOpen)
            BaseStream.Dispose();
        base.Dispose(disposing);
    }

    private bool Fill()
    {
        while (_next == _count && !_ended)
        {
            int read = BaseStream.Read(_bytes, 0, _bytes.Length);
            _ended = read <= 0;
            _count = _decoder.GetChars(_bytes, 0, Math.Max(read, 0), _chars, 0, _ended);
            _next = 0;
        }

        return _next < _count;
    }
}
