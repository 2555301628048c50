namespace Ixp.Sites.Boards;

/// <summary>Who has which pin of a board: the first to ask gets it, if the pin can do what is asked.</summary>
internal sealed class PinPlan(Board board)
{
    private readonly Dictionary<int, string> _owners = [];

    /// <returns>Why the pin cannot be had, or null.</returns>
    public Finding? Take(PinClaim claim)
    {
        int number = claim.Pin;
        if (!board.Pins.TryGetValue(number, out var pin))
            return board.Pins.Count == 0 ? null : new Finding(claim.Path, $"pin {number} of {board.Name} cannot be reached", $"take one of {FreePins(claim)}");
        if (pin.Use != claim.Meant && pin.Use != PinUse.Sense && pin.Use.Owner is { } boardsOwn)
            return new Finding(claim.Path, $"pin {number} belongs to {boardsOwn}", "take another pin");
        if (!_owners.TryAdd(number, claim.Owner))
            return new Finding(claim.Path, $"pin {number} belongs to {_owners[number]}", "take another pin");
        if (claim.IsOutput && pin.IsInputOnly)
            return new Finding(claim.Path, $"pin {number} can only be an input, and {claim.Owner} needs an output", "take another pin");
        if (pin.Use == PinUse.Sense && !claim.IsAnalogue)
            return new Finding(claim.Path, $"pin {number} belongs to {pin.Use.Owner}: {pin.Role}", "take another pin");
        if (claim.CountsPulses && pin.Dips)
            return new Finding(claim.Path, $"the input of pin {number} dips for some 80 ns now and then, which {claim.Owner} would count as pulses", "take another pin");
        return pin.Strap is { } strap && pin.Use != claim.Meant ? Strap(claim, strap) : null;
    }

    /// <summary>A pin that decides how the board starts is left alone while it does.</summary>
    private static Finding? Strap(PinClaim claim, bool wanted)
    {
        string? level = claim.Boot switch
        {
            BootLevel.High when !wanted => "pulls it high",
            BootLevel.Low when wanted => "pulls it low",
            BootLevel.LowAtTimes when wanted => "may hold it low",
            BootLevel.Any => $"may hold it {(wanted ? "low" : "high")}",
            _ => null,
        };
        return level is null
            ? null
            : new Finding(claim.Path, $"pin {claim.Pin} must be {(wanted ? "high" : "low")} when the board starts, and {claim.Owner} {level}", "take another pin");
    }

    private string FreePins(PinClaim claim) => string.Join(
        ", ", board.Pins.Values.Where(p => p.Use.Owner is null && !_owners.ContainsKey(p.Number) && !(claim.IsOutput && p.IsInputOnly)).Select(p => p.Number));
}
