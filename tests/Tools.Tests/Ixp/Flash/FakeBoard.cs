using System.Text;
using Ixp.Flash.Wire;

namespace Tools.Tests.Ixp.Flash;

/// <summary>The debug port of a board on a pseudo-terminal: silent until it was restarted, and telling only whoever has greeted it.</summary>
internal sealed class FakeBoard : IDisposable
{
    private readonly PseudoTerminal _terminal = new();
    private readonly string[] _says;
    private readonly WireReader _reader = new();

    /// <param name="says">Lines that it says after a restart; none for a board that does not even answer.</param>
    public FakeBoard(params string[] says)
    {
        _says = says;
        new Thread(Serve) { IsBackground = true }.Start();
    }

    public string Port => _terminal.Port;

    public int Restarts { get; private set; }

    public event Action? Restarted;

    public void Dispose() => _terminal.Dispose();

    private void Serve()
    {
        byte[] buffer = new byte[256];
        bool hasSpoken = false;
        try
        {
            while (_terminal.Board.Read(buffer) is var length and > 0)
            {
                foreach (var packet in _reader.Read(buffer.AsSpan(0, length)))
                {
                    if (packet.Command is WireCommand.Reboot)
                    {
                        Restarts++;
                        hasSpoken = false;
                        Restarted?.Invoke();
                        _terminal.Board.Write("rst:0x1 (POWERON_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)\r\nNFPKT"u8);
                    }
                    else if (packet.Command is WireCommand.Ping && Restarts > 0 && _says.Length > 0)
                    {
                        Send(packet with { Flags = WireFlags.Reply | WireFlags.Ack });
                        if (!hasSpoken)
                            Array.ForEach(_says, Say);
                        hasSpoken = true;
                    }
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    /// <summary>In pieces, as the interpreter does.</summary>
    private void Say(string line)
    {
        byte[] text = Encoding.UTF8.GetBytes(line + "\r\n");
        foreach (byte[] piece in text.Chunk(80))
            Send(new WirePacket(WireCommand.Message, 7, WireFlags.NonCritical | WireFlags.NoCaching, piece));
    }

    private void Send(WirePacket packet) => _terminal.Board.Write(packet.ToBytes());
}
