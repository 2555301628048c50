using System.Text;
using VirtualBoard;

namespace System;

/// <summary>Gathers what is written until the line ends.</summary>
internal sealed class ConsoleLine
{
    private readonly StringBuilder _line = new();

    public void Write(string? text)
    {
        foreach (char c in text ?? string.Empty)
        {
            if (c == '\n')
            {
                Board.Current.WriteConsole(_line.ToString());
                _line.Clear();
            }
            else if (c != '\r')
            {
                _line.Append(c);
            }
        }
    }
}
