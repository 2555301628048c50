using VirtualBoard.Buses;

namespace SystemTests.Drivers;

/// <summary>Something happens to a chip once so many registers have been read, before the next transfer.</summary>
internal sealed class CutBetweenReads(II2cSlave chip, Action happens) : II2cSlave
{
    private bool _isRead;

    /// <summary>Below 0 when it has happened.</summary>
    public int ReadsLeft { get; set; } = -1;

    public bool Start(bool read)
    {
        _isRead = read;
        return chip.Start(read);
    }

    public bool Write(byte value) => chip.Write(value);

    public byte Read() => chip.Read();

    public void Stop()
    {
        chip.Stop();
        if (_isRead && ReadsLeft-- == 0)
            happens();
        _isRead = false;
    }
}
