namespace VirtualBoard.Net;

/// <summary>Finds the ends of messages in a stream.</summary>
public interface IFrameReader
{
    /// <summary>The bytes read so far end with a whole message.</summary>
    bool IsAtBoundary { get; }

    void Read(ReadOnlySpan<byte> data);
}
