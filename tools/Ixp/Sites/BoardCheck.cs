using Ixp.Sites.Boards;

namespace Ixp.Sites;

/// <summary>Finds what a board file promises but no board can hold.</summary>
public static class BoardCheck
{
    /// <returns>All that is wrong; empty for a board that can work.</returns>
    public static IReadOnlyList<Finding> Of(Board board) =>
        [.. Of(board, new PinPlan(board)), .. ChipCheck.Of(board), .. EvidenceCheck.Of(board)];

    /// <param name="plan">Has the pins of the board's own parts afterwards.</param>
    /// <returns>What is wrong with the pins.</returns>
    internal static IReadOnlyList<Finding> Of(Board board, PinPlan plan)
    {
        var findings = new List<Finding?>();
        foreach (var (function, pin) in board.Functions)
            findings.Add(plan.Take(new PinClaim(pin, $"functions.{function}", function) { IsOutput = !function.EndsWith("_rx", StringComparison.Ordinal), Boot = BootLevel.High }));
        var lit = board.LedIsRgb ? BootLevel.None : board.LedIsActiveLow ? BootLevel.High : BootLevel.Low;
        if (board.LedPin is { } led)
            findings.Add(plan.Take(new PinClaim(led, "led.pin", "the LED") { IsOutput = true, Boot = lit, Meant = PinUse.Led }));
        if (board.LedPins is { } three)
        {
            findings.Add(plan.Take(new PinClaim(three.Red, "led.red", "the red LED") { IsOutput = true, Boot = lit }));
            findings.Add(plan.Take(new PinClaim(three.Amber, "led.amber", "the amber LED") { IsOutput = true, Boot = lit }));
            findings.Add(plan.Take(new PinClaim(three.Green, "led.green", "the green LED") { IsOutput = true, Boot = lit }));
        }

        if (board.ButtonPin is { } button)
            findings.Add(plan.Take(new PinClaim(button, "button.pin", "the button") { Boot = board.ButtonIsActiveLow ? BootLevel.LowAtTimes : BootLevel.Any, Meant = PinUse.Button }));
        if (board.WatchdogPin is { } watchdog)
            findings.Add(plan.Take(new PinClaim(watchdog, "watchdog.pin", "the watchdog") { IsOutput = true }));
        foreach (string bus in board.Functions.Keys.Select(f => f[..f.IndexOf('_', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal))
            findings.Add(HalfOf(board, bus));
        if (board.HasOneWire && !board.Has("com3") && Soc.Find(board.Soc) is not { HasThirdSerial: false })
            findings.Add(new Finding("abilities.one_wire", "the 1-Wire host works on COM3, which has no pins here", "give functions.com3_tx and functions.com3_rx"));
        return [.. findings.OfType<Finding>()];
    }

    private static Finding? HalfOf(Board board, string bus)
    {
        if (board.Has(bus))
            return null;
        string missing = Board.PinsOf(bus).First(f => !board.Functions.ContainsKey(f));
        return new Finding("functions", $"{bus} has but one of its two pins", $"give {missing}");
    }
}
