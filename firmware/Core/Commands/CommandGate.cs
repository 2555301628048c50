namespace Appliance.Core.Commands;

/// <summary>
/// Lets a command through once, and only while it is fresh. A command without <c>ts</c> cannot be judged by its age, and none can
/// before the clock is set: then the id alone protects from repetition, and only until the next restart.
/// </summary>
public sealed class CommandGate
{
    /// <summary>Ids that are remembered.</summary>
    public const int Memory = 32;

    /// <summary>Age in seconds beyond which a command is refused; one from so far ahead could be repeated for as long.</summary>
    public const int MostAge = 300;

    private readonly string[] _ids = new string[Memory];
    private int _next;

    /// <summary>Judges a command, and remembers one that is let through.</summary>
    /// <param name="unixNow">Seconds since 1970 UTC; 0 while the clock is not set.</param>
    /// <param name="unixStart">
    /// When this start was; 0 if that is not known. The ids of the start before are forgotten, so what was sent then may be a repetition.
    /// </param>
    /// <returns>Null, or why it is refused.</returns>
    public string Refusal(Command command, long unixNow, long unixStart = 0)
    {
        if (command.IsRetained)
        {
            return "retained: send commands without the retain flag, and delete this one by an empty retained message";
        }

        if (command.Fields.Problem != null)
        {
            return "not readable: " + command.Fields.Problem;
        }

        if (command.Id.Length == 0)
        {
            return "needs \"id\": a string of 1 to 64 printable ASCII characters";
        }

        string problem = AgeProblem(command, unixNow, unixStart);
        if (problem == null && System.Array.IndexOf(_ids, command.Id) >= 0)
        {
            problem = "this id was seen before: give each command its own";
        }

        if (problem == null)
        {
            _ids[_next] = command.Id;
            _next = (_next + 1) % Memory;
        }

        return problem;
    }

    private static string AgeProblem(Command command, long unixNow, long unixStart)
    {
        if (!command.Fields.Has("ts"))
        {
            return null;
        }

        if (!command.Fields.TryNumber("ts", out long sent) || sent <= 0)
        {
            return "\"ts\" is the time of sending in whole seconds since 1970 UTC";
        }

        if (unixNow <= 0)
        {
            return null;
        }

        long age = unixNow - sent;
        return age > MostAge ? "too old: sent " + age.ToString() + " s ago, " + MostAge.ToString() + " are allowed"
            : age < -MostAge ? "sent " + (-age).ToString() + " s from now: the clocks do not agree"
            : sent < unixStart ? "sent before the device started: it may be a repetition"
            : null;
    }
}
