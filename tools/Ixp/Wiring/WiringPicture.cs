using System.Globalization;
using System.Net;
using System.Text;
using Ixp.Sites;
using Ixp.Sites.Boards;

namespace Ixp.Wiring;

/// <summary>How a board is wired, as a picture for a sheet of A4 across: the pins that are left, the board, its wires and the parts.</summary>
internal sealed class WiringPicture
{
    private const int Width = 1188;
    private const int Height = 840;
    private const int Margin = 36;
    private const int Top = 96;
    private const int Bottom = 640;
    private const int TableWidth = 330;
    private const int BoardLeft = 410;
    private const int BoardRight = 610;
    private const int PartLeft = 790;
    private const int PartRight = Width - Margin;
    private const int FullRow = 24;
    private const int Ink = 11;

    private readonly StringBuilder _svg = new();
    private readonly Board _board;
    private readonly Site? _site;
    private readonly IReadOnlyList<WiringPart> _parts;
    private int _tableEnd;

    private WiringPicture(Board board, Site? site)
    {
        _board = board;
        _site = site;
        _parts = new WiringParts(board, site).All();
    }

    /// <param name="site">Null shows what the buses of the board are for.</param>
    /// <returns>An SVG file.</returns>
    public static string Draw(Board board, Site? site) => new WiringPicture(board, site).Draw();

    private string Draw()
    {
        string title = $"Wiring of the {_board.Title}{(_site is null ? "" : $" of {_site.Title ?? _site.Name}")}";
        Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"297mm\" height=\"210mm\" font-family=\"sans-serif\" font-size=\"{Ink}\" role=\"img\">\n");
        Append($"<title>{Escaped(title)}</title>\n<rect width=\"{Width}\" height=\"{Height}\" fill=\"#ffffff\"/>\n");
        Text(Margin, 52, title, 24, "font-weight=\"bold\"");
        Text(Margin, 74, $"image {_board.Image}, {(_board.HasEthernet ? "Ethernet" : "Wi-Fi")}{(_site is null ? "" : $"; device {_site.Device}")}. Numbers are GPIOs; 10k up: a resistor to 3.3 V that is on the board.", 13);
        DrawTable();
        DrawWires();
        DrawLegend();
        DrawNotes();
        return _svg.Append("</svg>\n").ToString();
    }

    /// <summary>The other pins, and what the hazards are.</summary>
    private void DrawTable()
    {
        const int Row = 15;
        int y = Top + 10;
        Text(Margin, y, "Pins that the wires leave", 14, "font-weight=\"bold\"");
        var taken = _parts.SelectMany(p => p.Wires).Select(w => w.From.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var pin in _board.Pins.Values.Where(p => (p.Use.Owner is null || p.Use == PinUse.Sense) && !taken.Contains(Number(p.Number))))
        {
            y += Row;
            Text(Margin + 22, y, Number(pin.Number), Ink, "text-anchor=\"end\" font-weight=\"bold\"");
            string abilities = string.Join(", ", Abilities(pin));
            var role = WrappedText.Lines(pin.Role, TableWidth - 160, Ink);
            Text(Margin + 32, y, role[0], Ink);
            Text(Margin + TableWidth, y, abilities, Ink, "text-anchor=\"end\" fill=\"#444444\"");
            foreach (string line in role.Skip(1))
                Text(Margin + 32, y += Row - 2, line, Ink);
        }

        y += 8;
        foreach (var use in _board.Pins.Values.Where(p => p.Use.Owner is not null && p.Use != PinUse.Sense).GroupBy(p => p.Use))
        {
            foreach (string line in WrappedText.Lines($"{string.Join(", ", use.Select(p => Number(p.Number)))}: {use.Key.Sentence}", TableWidth, Ink))
                Text(Margin, y += Row, line, Ink, "fill=\"#444444\"");
        }

        y += 24;
        Text(Margin, y, "Mind", 14, "font-weight=\"bold\"");
        foreach (var hazard in _board.Pins.Values.Where(p => p.Hazard.Length > 0).GroupBy(p => p.Hazard, StringComparer.Ordinal))
        {
            y += 3;
            foreach (string line in WrappedText.Lines($"{string.Join(", ", hazard.Select(p => Number(p.Number)))}: {hazard.Key}", TableWidth, 10))
                Text(Margin, y += 13, line, 10);
        }

        _tableEnd = y;
    }

    private static IEnumerable<string> Abilities(BoardPin pin)
    {
        if (pin.IsInputOnly)
            yield return "input only";
        if (pin.AdcUnit == 1)
            yield return "ADC";
        if (!pin.Dips && pin.Use != PinUse.Sense)
            yield return "pulses";
        if (pin.Strap is { } strap)
            yield return strap ? "high at start" : "low at start";
    }

    private void DrawWires()
    {
        // Parts are as high as their wires or their text, whichever is more.
        int rows = _parts.Sum(Rows);
        double row = Math.Min(FullRow, (double)(Bottom - Top) / (rows + (0.6 * _parts.Count)));
        double y = Top;
        double end = Top + (row * (rows + (0.6 * _parts.Count)));
        Append($"<rect x=\"{BoardLeft}\" y=\"{Top - 6}\" width=\"{BoardRight - BoardLeft}\" height=\"{F(end - Top)}\" rx=\"8\" fill=\"#f4f6f4\" stroke=\"#222222\" stroke-width=\"2\"/>\n");
        Append($"<text x=\"{BoardLeft + 24}\" y=\"{F((Top + end) / 2)}\" transform=\"rotate(-90 {BoardLeft + 24} {F((Top + end) / 2)})\" text-anchor=\"middle\" font-size=\"16\" font-weight=\"bold\">{Escaped(_board.Title)}</text>\n");
        foreach (var part in _parts)
        {
            DrawPart(part, y, row);
            y += row * (Rows(part) + 0.6);
        }
    }

    private static int Rows(WiringPart part) => Math.Max(part.Wires.Count, (int)Math.Ceiling(1.1 + (0.66 * part.Lines.Count)));

    private void DrawPart(WiringPart part, double top, double row)
    {
        double size = Math.Min(Ink, row * 0.62);
        double height = (row * Rows(part)) - 4;
        Append($"<rect x=\"{PartLeft}\" y=\"{F(top)}\" width=\"{PartRight - PartLeft}\" height=\"{F(height)}\" rx=\"5\" fill=\"#ffffff\" stroke=\"#222222\" stroke-width=\"1.4\"/>\n");
        Text(PartLeft + 78, top + (row * 0.62), part.Title, Math.Min(13, size * 1.2), "font-weight=\"bold\"");
        for (int i = 0; i < part.Lines.Count; i++)
            Text(PartLeft + 78, top + (row * (0.62 + (0.66 * (i + 1)))), part.Lines[i], size);

        double Line(int wire) => top + (row * (wire + 0.5)) - 2;
        for (int i = 0; i < part.Wires.Count; i++)
        {
            var wire = part.Wires[i];
            double y = Line(i);
            Append($"<rect x=\"{BoardRight - 6}\" y=\"{F(y - (size * 0.36))}\" width=\"12\" height=\"{F(size * 0.72)}\" fill=\"#ffffff\" stroke=\"#222222\"/>\n");
            Text(BoardRight - 12, y + (size * 0.36), wire.From, size, "text-anchor=\"end\"");
            double right = wire.IsJoined ? 700 : wire.To.Length > 0 ? PartLeft : 672;
            Stroke(wire.Kind, BoardRight + 6, y, right, y);
            if (wire.To.Length > 0)
            {
                Append($"<circle cx=\"{PartLeft}\" cy=\"{F(y)}\" r=\"{F(size * 0.32)}\" fill=\"#ffffff\" stroke=\"#222222\"/>\n");
                Text(PartLeft + 8, y + (size * 0.36), wire.To, size);
            }

            if (wire.IsJoined)
            {
                Stroke(wire.Kind, right, Line(i - 1), right, y);
                Dot(right, Line(i - 1));
            }

            if (wire.Series.Length > 0)
                Resistor(690, y, wire.Series, size);
            if (wire.PullUp.Length > 0)
                PullUp(wire, 672 - (26 * (i - 1)), Line(0), Line(i - 1), y, size);
        }

        if (part.Between.Length > 0)
        {
            Append($"<rect x=\"690\" y=\"{F(Line(0) - 8)}\" width=\"62\" height=\"{F(Line(part.Wires.Count - 1) - Line(0) + 16)}\" rx=\"4\" fill=\"#ffffff\" stroke=\"#222222\" stroke-width=\"1.4\"/>\n");
            string[] words = part.Between.Split(' ');
            for (int i = 0; i < words.Length; i++)
                Text(721, ((Line(0) + Line(part.Wires.Count - 1)) / 2) + (size * ((i * 1.2) + 0.9 - (0.6 * words.Length))), words[i], size, "text-anchor=\"middle\"");
        }
    }

    /// <summary>From a wire up to the supply.</summary>
    private void PullUp(Wire wire, double x, double supply, double above, double y, double size)
    {
        Append($"<line x1=\"{F(x)}\" y1=\"{F(supply)}\" x2=\"{F(x)}\" y2=\"{F(y)}\" stroke=\"#222222\" stroke-width=\"1.4\"/>\n");
        Dot(x, supply);
        Dot(x, y);
        double middle = (above + y) / 2;
        double length = (y - above) * 0.62;
        bool isOuter = above > supply;
        Append($"<rect x=\"{F(x - 4)}\" y=\"{F(middle - (length / 2))}\" width=\"8\" height=\"{F(length)}\" fill=\"#ffffff\" stroke=\"#222222\" stroke-width=\"1.4\"/>\n");
        Text(x + (isOuter ? -7 : 8), middle + (size * 0.36), wire.PullUp, size, isOuter ? "text-anchor=\"end\"" : "");
    }

    private void Resistor(double x, double y, string value, double size)
    {
        const int Length = 34;
        Append($"<rect x=\"{F(x - (Length / 2))}\" y=\"{F(y - (size * 0.4))}\" width=\"{Length}\" height=\"{F(size * 0.8)}\" fill=\"#ffffff\" stroke=\"#222222\" stroke-width=\"1.4\"/>\n");
        Text(x + (Length / 2) + 6, y - (size * 0.4), value, size);
    }

    private void Dot(double x, double y) => Append($"<circle cx=\"{F(x)}\" cy=\"{F(y)}\" r=\"3\" fill=\"#222222\"/>\n");

    private void Stroke(WireKind kind, double x1, double y1, double x2, double y2) => Append(
        $"<line x1=\"{F(x1)}\" y1=\"{F(y1)}\" x2=\"{F(x2)}\" y2=\"{F(y2)}\" stroke=\"{kind.Colour}\" stroke-width=\"{F(kind.Width)}\"{(kind.Dashes.Length > 0 ? $" stroke-dasharray=\"{kind.Dashes}\"" : "")}/>\n");

    private void DrawLegend()
    {
        double x = BoardLeft;
        foreach (var kind in WireKind.All.Where(k => _parts.SelectMany(p => p.Wires).Any(w => w.Kind == k)))
        {
            Stroke(kind, x, Bottom + 24, x + 28, Bottom + 24);
            Text(x + 33, Bottom + 28, kind.Name, Ink);
            x += 46 + (5.8 * kind.Name.Length);
        }
    }

    private void DrawNotes()
    {
        const int Size = 10;
        const int Row = 13;
        const int Column = (PartRight - BoardLeft - 30) / 2;
        const int LastLine = Height - 30;
        int first = Bottom + 54;
        Text(BoardLeft, first - 4, "Notes", 14, "font-weight=\"bold\"");
        IEnumerable<string> notes = [.. _board.Power.Select(n => n.Text), .. _board.Notes.Select(n => n.Text)];

        // Under the picture in two columns, then under the table of pins.
        var places = new Queue<(int X, int Y, int Width)>([(BoardLeft, first, Column), (BoardLeft + Column + 30, first - Row, Column), (Margin, _tableEnd + 14, TableWidth)]);
        foreach (string note in notes)
        {
            while (places.TryPeek(out var at))
            {
                var lines = WrappedText.Lines("• " + note, at.Width, Size);
                if (at.Y + (Row * lines.Count) > LastLine)
                {
                    places.Dequeue();
                    continue;
                }

                for (int i = 0; i < lines.Count; i++)
                    Text(at.X, at.Y + (Row * (i + 1)), lines[i], Size);
                places = new Queue<(int X, int Y, int Width)>([at with { Y = at.Y + (Row * lines.Count) }, .. places.Skip(1)]);
                break;
            }
        }

        string known = _board.Evidence.Count > 0 ? _board.Evidence[0].Verified : "unverified";
        Text(PartRight, Height - 14, known is "hardware" ? "Tried on the board." : known is "source" ? "From public sources; nobody has tried it on the board yet." : "Unverified.", Size, "text-anchor=\"end\" font-style=\"italic\"");
    }

    private void Text(double x, double y, string text, double size, string more = "") => Append(
        $"<text x=\"{F(x)}\" y=\"{F(y)}\"{(Math.Abs(size - Ink) < 0.05 ? "" : $" font-size=\"{F(size)}\"")}{(more.Length > 0 ? " " + more : "")} xml:space=\"preserve\">{Escaped(text)}</text>\n");

    private void Append(FormattableString text) => _svg.Append(text.ToString(CultureInfo.InvariantCulture));

    private static string F(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
