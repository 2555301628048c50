using System.Text;

namespace Ixp.Flash;

/// <summary>Puts the pieces of text that a board sends together to lines.</summary>
internal sealed class BoardText
{
    private const int LongestLine = 512;

    private readonly List<byte> _line = [];

    /// <returns>The lines that are whole now, without what is no text.</returns>
    public IReadOnlyList<string> Take(ReadOnlySpan<byte> piece)
    {
        var lines = new List<string>();
        foreach (byte b in piece)
        {
            if (b is (byte)'\n' or (byte)'\r' || _line.Count >= LongestLine)
                Flush(lines);
            else if (b is >= 0x20 and not 0x7F)
                _line.Add(b);
        }

        return lines;
    }

    private void Flush(List<string> lines)
    {
        if (_line.Count > 0)
            lines.Add(Encoding.UTF8.GetString([.. _line]));
        _line.Clear();
    }
}
