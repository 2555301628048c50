using Appliance.Core.Commands;

namespace Appliance.App.Commands;

/// <summary>What the device can be asked to do.</summary>
public interface ICommandVerb
{
    /// <summary>Last level of the topic: <c>cmd/scan</c>.</summary>
    string Name { get; }

    /// <summary>Carries out a command that was let through. Runs between the steps of the sensors, so it must not wait.</summary>
    /// <param name="now">Uptime in milliseconds.</param>
    /// <returns>The answer; null if it comes later, by <see cref="CommandDesk.Answer"/>.</returns>
    CommandResult Run(Command command, long now);
}
