using VirtualBoard.Running;

namespace VirtualBoard.Corlib.Replacements;

/// <summary>Random numbers, the same in every run of a virtual world.</summary>
[Replaces(typeof(Random))]
public static class RandomReplacement
{
    /// <summary>Seeded by the board and the moment.</summary>
    public static Random New()
    {
        var interpreter = Interpreter.Current;
        var board = Board.Current;
        ulong seed = (ulong)interpreter.UptimeMicros + ((ulong)board.Boots << 32);
        foreach (byte b in board.Profile.MacAddress)
            seed = (seed * 1_099_511_628_211) + b;
        return new Random((int)(seed ^ (seed >> 32)));
    }
}
