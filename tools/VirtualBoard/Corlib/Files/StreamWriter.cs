using System.Text;

namespace System.IO;

/// <summary>Text as UTF-8 into a stream.</summary>
public class StreamWriter : TextWriter
{
    private const int BufferChars = 512;
    private readonly StringBuilder _text = new();
    private readonly bool _leaveOpen;

    public StreamWriter(Stream stream, bool leaveOpen = false)
    {
        BaseStream = stream is { CanWrite: true } ? stream : throw new ArgumentException("The stream takes no writes.", nameof(stream));
        _leaveOpen = leaveOpen;
        CoreNewLine = ['\r', '\n'];
    }

    public virtual Stream BaseStream { get; }

    public override Encoding Encoding => Encoding.UTF8;

    [Diagnostics.CodeAnalysis.AllowNull]
    public override string NewLine
    {
        get => new(CoreNewLine);
        set => CoreNewLine = (value ?? "\r\n").ToCharArray();
    }

    public override void Close() => Dispose();

    public override void Flush()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(_text.ToString());
        _text.Clear();
        BaseStream.Write(bytes, 0, bytes.Length);
        BaseStream.Flush();
    }

    public override void Write(char value) => Add(value.ToString());

    public override void Write(string? value) => Add(value);

    public override void WriteLine() => Add(NewLine);

    public override void WriteLine(string? value) => Add(value + NewLine);

    protected override void Dispose(bool disposing)
    {
        if (disposing && BaseStream.CanWrite)
        {
            Flush();
            if (!_leaveOpen)
                BaseStream.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Add(string? text)
    {
        _text.Append(text);
        if (_text.Length >= BufferChars)
            Flush();
    }
}
