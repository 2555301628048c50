using Appliance.App.Scanning;
using Appliance.Core.Commands;
using Appliance.Core.Scan;

namespace Appliance.App.Commands;

/// <summary><c>cmd/scan</c>: looks for parts that are not configured. The answer comes when that has ended; the list is in <c>meta</c>.</summary>
public sealed class ScanCommand : ICommandVerb, IScanListener
{
    private readonly Scanner _scanner;
    private readonly CommandDesk _desk;
    private string _id;

    public ScanCommand(Scanner scanner, CommandDesk desk)
    {
        _scanner = scanner;
        _desk = desk;
    }

    public string Name => "scan";

    public CommandResult Run(Command command, long now)
    {
        if (!_scanner.TryBegin(this, now))
        {
            return CommandResult.Refused(command.Id, "a scan is under way already: its answer will come");
        }

        _id = command.Id;
        return null;
    }

    public void TakeFound(FoundParts found) => _desk.Answer(
        CommandResult.Done(_id).With("found", found.Count).With("complete", found.IsComplete ? 1 : 0));
}
