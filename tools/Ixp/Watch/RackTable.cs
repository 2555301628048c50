using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ixp.Watch;

/// <summary>All racks as a table for people, no wider than the terminal.</summary>
internal static class RackTable
{
    private const int LeastRows = 3;
    private const int LeastAlarm = 16;

    /// <summary>With less room for an alarm than this, the names of boards are left out.</summary>
    private const int WantedAlarm = 36;

    /// <summary>Border and space of a column.</summary>
    private const int Around = 3;

    private static readonly string[] Titles = ["rack", "status", "worst alarm", "since", "alarms", "age", "lost", "device"];
    private static readonly int Alarm = Array.IndexOf(Titles, "worst alarm");

    /// <param name="state">How the connection stands.</param>
    /// <param name="width">Characters that a line of the terminal has.</param>
    /// <param name="rows">How many racks there is room for.</param>
    public static IRenderable Make(IEnumerable<RackState> racks, RackFilter filter, string state, int width, int rows, DateTimeOffset now)
    {
        var all = racks.ToList();
        var shown = RackState.InOrder(all.Where(filter.Shows)).ToList();
        int room = Math.Max(LeastRows, rows);
        var cells = shown.Take(room).Select(r => Cells(r, now, withBoard: true)).ToList();
        if (RoomForAlarm(cells, width) < WantedAlarm)
            cells = [.. shown.Take(room).Select(r => Cells(r, now, withBoard: false))];

        // The alarm gives way, so that each rack keeps to one line.
        int alarm = Math.Max(LeastAlarm, RoomForAlarm(cells, width));

        var table = new Table().Border(TableBorder.Rounded).Expand();
        foreach (string title in Titles)
            table.AddColumn(new TableColumn(title) { NoWrap = true });
        foreach (var row in cells)
            table.AddRow(row.Select((c, i) => Cell(i == Alarm ? Crop(c.Text, alarm) : c.Text, c.Colour)));
        string more = shown.Count > room ? $", {shown.Count - room} more below" : "";
        return new Rows(
            new Text($"{state}   {all.Count(r => r.IsOnline is true)} of {all.Count} racks online, {all.Count(r => r.Severity > 0)} with alarms; {shown.Count} shown{more}") { Overflow = Overflow.Ellipsis },
            table);
    }

    private static int RoomForAlarm(List<(string Text, Color? Colour)[]> cells, int width) => width - Around - 1
        - Enumerable.Range(0, Titles.Length).Where(i => i != Alarm).Sum(i => cells.Select(c => c[i].Text.Length).Append(Titles[i].Length).Max() + Around);

    /// <summary>In the order of the titles.</summary>
    private static (string Text, Color? Colour)[] Cells(RackState rack, DateTimeOffset now, bool withBoard)
    {
        var worst = rack.Worst;
        return
        [
            ($"{rack.Site}/{rack.Device}", null),
            rack.IsOnline switch
            {
                true => ($"online ({rack.Boot})", Color.Green),
                false => ($"away {Ago(rack.AwaySince ?? rack.Newest, now)}", Color.Red),
                null => ("unknown", Color.Yellow),
            },
            worst is null ? ("", null) : ($"{worst.Severity} {worst.Item}: {(worst.Text.Length > 0 ? worst.Text : worst.State)}", worst.Severity < 3 ? Color.Yellow : Color.Red),
            (worst is null ? "" : Ago(worst.Since, now), null),
            (rack.Alarms.Count == 0 ? "" : Number(rack.Alarms.Count), null),
            (Ago(rack.Newest, now), null),
            (rack.Lost is null ? "" : $"{Number(rack.Lost.Value)}+{Number(rack.Thinned ?? 0)}", null),
            (withBoard ? $"{rack.Board} {rack.Firmware}".Trim() : rack.Firmware, null),
        ];
    }

    private static string Crop(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1)] + "…";

    /// <returns>The time that has passed, in its two largest units: <c>3d 4h</c>; a question mark for an unknown one.</returns>
    internal static string Ago(DateTimeOffset? moment, DateTimeOffset now)
    {
        if (moment is not { } from)
            return "?";
        var span = now > from ? now - from : TimeSpan.Zero;
        return span switch
        {
            { TotalDays: >= 1 } => $"{span.Days}d {span.Hours}h",
            { TotalHours: >= 1 } => $"{span.Hours}h {span.Minutes}min",
            { TotalMinutes: >= 1 } => $"{span.Minutes}min",
            _ => $"{span.Seconds}s",
        };
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static Text Cell(string text, Color? colour = null) => new(text, colour is { } c ? new Style(c) : null) { Overflow = Overflow.Ellipsis };
}
