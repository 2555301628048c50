namespace Ixp.Sites;

/// <summary>Who has which pin of a board: the first to ask gets it.</summary>
internal sealed class PinPlan(Board board)
{
    private readonly Dictionary<int, string> _owners = board.ReservedPins.Distinct().ToDictionary(p => p, _ => "Ethernet");

    /// <param name="path">Where the file asks for the pin.</param>
    /// <param name="owner">Who asks, for people.</param>
    /// <returns>Why the pin cannot be had, or null.</returns>
    public Finding? Take(int pin, string path, string owner, bool isOutput = false)
    {
        if (!_owners.TryAdd(pin, owner))
            return new Finding(path, $"pin {pin} belongs to {_owners[pin]}", "take another pin");
        return isOutput && board.InputOnlyPins.Contains(pin)
            ? new Finding(path, $"pin {pin} can only be an input, and {owner} needs an output", "take another pin")
            : null;
    }
}
