using Appliance.Core.Commands;
using Appliance.Core.Led;

namespace Appliance.App.Commands;

/// <summary><c>cmd/identify</c>: the LED strobes, so that somebody at the racks sees which one is meant.</summary>
public sealed class IdentifyCommand : ICommandVerb
{
    private readonly LedSpeaker _speaker;

    /// <param name="speaker">Null if the board has no LED.</param>
    public IdentifyCommand(LedSpeaker speaker)
    {
        _speaker = speaker;
    }

    public string Name => "identify";

    public CommandResult Run(Command command, long now)
    {
        if (_speaker == null)
        {
            return CommandResult.Refused(command.Id, "the board has no LED");
        }

        _speaker.Identify(now);
        return CommandResult.Done(command.Id);
    }
}
