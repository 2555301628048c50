using Appliance.Core.Alarms;
using Appliance.Core.Commands;

namespace Appliance.App.Commands;

/// <summary><c>cmd/ack</c> with <c>alarm</c>, the last level of its topic: somebody knows of it.</summary>
public sealed class AckCommand : ICommandVerb
{
    private readonly IAcknowledger _alarms;

    public AckCommand(IAcknowledger alarms)
    {
        _alarms = alarms;
    }

    public string Name => "ack";

    public CommandResult Run(Command command, long now)
    {
        string name = command.Fields.Text("alarm");
        return name == null ? CommandResult.Refused(command.Id, "needs \"alarm\": the last level of its topic")
            : _alarms.Acknowledge(name, now) ? CommandResult.Done(command.Id)
            : CommandResult.Refused(command.Id, "nothing to acknowledge: no alarm '" + name + "' stands");
    }
}
