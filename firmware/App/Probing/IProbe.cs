namespace Appliance.App.Probing;

/// <summary>A way to check targets. Whoever starts a check never waits for its end; that is told to the <see cref="ProbeBook"/>.</summary>
public interface IProbe
{
    /// <summary>Starts the check of a target, by its place in the book.</summary>
    /// <returns>False if it cannot be started now: ask again soon.</returns>
    bool TryStart(int index);

    /// <summary>Ends the checks that are out of time, and goes on with what else there is to do.</summary>
    void Expire();

    /// <summary>Forgets the checks under way without a result: our own network is gone, and silence says nothing.</summary>
    void Abandon();
}
