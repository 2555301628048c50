using VirtualBoard.Running;
using VirtualBoard.Storage;

namespace System.IO;

/// <summary>
/// A file of the flash. What is written stays in the memory of the board until the stream is closed: Flush does not make it durable.
/// </summary>
public class FileStream : Stream
{
    private readonly FlashHandle _handle;
    private readonly FileAccess _access;
    private readonly long _appendFrom = -1;
    private long _position;
    private bool _closed;

    public FileStream(string path, FileMode mode)
        : this(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite)
    {
    }

    public FileStream(string path, FileMode mode, FileAccess access)
        : this(path, mode, access, FileShare.Read)
    {
    }

    public FileStream(string path, FileMode mode, FileAccess access, FileShare share)
        : this(path, mode, access, share, bufferSize: 0)
    {
    }

    public FileStream(string path, FileMode mode, FileAccess access, FileShare share, int bufferSize)
    {
        if (access is < FileAccess.Read or > FileAccess.ReadWrite)
            throw new ArgumentOutOfRangeException(nameof(access), access, "Read, Write or ReadWrite.");
        if (mode is < FileMode.CreateNew or > FileMode.Append)
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "A FileMode from CreateNew to Append.");
        if (mode == FileMode.Append && access != FileAccess.Write)
            throw new ArgumentException("FileMode.Append goes with FileAccess.Write only.", nameof(access));

        Name = Path.GetFullPath(path);
        string file = FilePath.InStore(path);
        var flash = FilePath.Flash;
        bool exists = flash.Exists(file);
        if (exists && mode == FileMode.CreateNew)
            throw FlashStore.Error("The file exists: " + path, FlashError.PathAlreadyExists);
        if (!exists && mode is FileMode.Open or FileMode.Truncate)
            throw FlashStore.Error("No such file: " + path, FlashError.FileNotFound);
        if (exists && access != FileAccess.Read && (flash.Attributes(file) & (int)FileAttributes.ReadOnly) != 0)
            throw FlashStore.Error("The file is read-only: " + path, FlashError.UnauthorizedAccess);

        _access = access;
        _handle = flash.Open(file, access, share, truncate: mode is FileMode.Create or FileMode.Truncate);
        if (mode == FileMode.Append)
            _position = _appendFrom = _handle.Length;
    }

    public override bool CanRead => !_closed && _access.HasFlag(FileAccess.Read);

    public override bool CanSeek => !_closed;

    public override bool CanWrite => !_closed && _access.HasFlag(FileAccess.Write);

    public override long Length => Open().Length;

    public override long Position
    {
        get
        {
            Open();
            return _position;
        }

        set => Seek(value, SeekOrigin.Begin);
    }

    public string Name { get; }

    public override void Flush() => Open();

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        var handle = Open();
        if (!CanRead)
            throw new NotSupportedException("The file was not opened for reading.");

        int read = handle.Read(_position, buffer.AsSpan(offset, count));
        _position += read;
        return read;
    }

    /// <exception cref="NotImplementedException">Always, as on the device.</exception>
    public int Read(SpanByte buffer) => throw new NotImplementedException();

    public override int ReadByte()
    {
        byte[] one = new byte[1];
        return Read(one, 0, 1) == 0 ? -1 : one[0];
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        long target = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => Position,
            SeekOrigin.End => Length,
            _ => throw new ArgumentOutOfRangeException(nameof(origin)),
        };
        Open();
        if (target < 0 || target < _appendFrom)
            throw FlashStore.Error("There is no going back before the place where the file was opened.", FlashError.Others);
        return _position = target;
    }

    public override void SetLength(long value)
    {
        Writable().SetLength(value);
        _position = Math.Min(_position, value);
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Writable().Write(_position, buffer.AsSpan(offset, count));
        _position += count;
    }

    public override void WriteByte(byte value) => Write([value], 0, 1);

    protected override void Dispose(bool disposing)
    {
        if (!_closed && disposing)
        {
            // A thread that unwinds because the power is gone gets no further than this.
            _ = Interpreter.Current;
            _closed = true;
            _handle.Close();
        }

        base.Dispose(disposing);
    }

    private FlashHandle Open()
    {
        _ = Interpreter.Current;
        ObjectDisposedException.ThrowIf(_closed, this);
        return _handle;
    }

    private FlashHandle Writable()
    {
        var handle = Open();
        return CanWrite ? handle : throw new NotSupportedException("The file was not opened for writing.");
    }
}
