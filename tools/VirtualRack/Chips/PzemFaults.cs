namespace VirtualRack.Chips;

/// <summary>What can be wrong with a PZEM meter and its line.</summary>
[Flags]
public enum PzemFaults
{
    None = 0,

    /// <summary>Unplugged or without its 5 V: silence.</summary>
    Absent = 1,

    /// <summary>The CRC of each reply is wrong.</summary>
    CrcError = 2,

    /// <summary>Replies come half a second late, when nobody waits any more.</summary>
    LateReply = 4,

    /// <summary>Noise before each reply.</summary>
    Garbage = 8,

    /// <summary>Replies end in the middle.</summary>
    Truncated = 16,

    /// <summary>Another slave seems to answer.</summary>
    WrongAddress = 32,

    /// <summary>Every request is answered with exception 4, slave failure.</summary>
    SlaveFailure = 64,

    /// <summary>The measured values freeze.</summary>
    Stuck = 128,

    /// <summary>Voltage and current beyond the range of the meter.</summary>
    OutOfRange = 256,

    /// <summary>The master hears its own request before the reply: the transceiver listens while it sends.</summary>
    Echo = 512,

    /// <summary>Noise and nothing else in answer to every request on the line, whomever it is for.</summary>
    Babble = 1024,
}
