namespace Appliance.Core.Scheduling;

/// <summary>
/// One line of work of the appliance. It does what is due and says when it wants to be called again, so that a thread, a test
/// or a simulation of a year can drive it alike.
/// </summary>
public abstract class Worker
{
    protected Worker(string name)
    {
        Name = name;
    }

    public string Name { get; }

    /// <summary>Does what is due.</summary>
    /// <param name="now">Uptime in milliseconds.</param>
    /// <returns>Uptime at which it wants to run next.</returns>
    public abstract long Step(long now);
}
