using System.Text;
using Appliance.Core.Json;
using Appliance.Core.Metrics;

namespace Appliance.Core.Alarms;

/// <summary>What an alarm says to people who know the rack, and not this firmware.</summary>
public static class AlarmText
{
    /// <summary>By the suffix of a key: what is said of a value that is too low, and of one that is too high.</summary>
    private static readonly string[] Words =
    {
        "c", "is too cold", "is too hot",
        "rh", "is too dry", "is too damp",
        "dew_c", "has air that is too dry", "has air that is too damp",
        "v", "has too little voltage", "has too much voltage",
        "input_v", "gets too little voltage", "gets too much voltage",
        "hz", "has too low a frequency", "has too high a frequency",
        "rpm", "turns too slowly", "turns too fast",
        "left_min", "will soon be empty", "has too many minutes left",
    };

    /// <summary>As above, of what is either so or not.</summary>
    private static readonly string[] Switched =
    {
        "open", "is closed", "is open",
        "wet", "is dry", "is wet",
        "alarm", "is at rest", "reports an alarm",
        "present", "is off", "is on",
        "running", "does not run", "runs",
        "on_battery", "runs on the mains", "runs on its battery",
        "up", "has no link", "has a link",
    };

    /// <returns>A name as it is spoken: without underscores.</returns>
    public static string Name(string name) => new string(Spoken(name.ToCharArray()));

    /// <returns>inlet is too hot: 36.2 °C, limit 35 °C</returns>
    public static string Beyond(Metric metric, long limit, bool isLow)
    {
        string word = Word(Switched, metric.Suffix, isLow);
        if (word != null)
        {
            return Name(metric.Name) + " " + word;
        }

        word = Word(Words, metric.Suffix, isLow) ?? (isLow ? "is too low" : "is too high");
        return Name(metric.Name) + " " + word + ": " + Amount(metric.Value, metric) + ", limit " + Amount(limit, metric);
    }

    /// <returns>inlet changes too fast: more than 5 °C in 15 minutes, now 31 °C</returns>
    public static string Changing(Metric metric, long limit) =>
        Name(metric.Name) + " changes too fast: more than " + Amount(limit, metric) + " in 15 minutes, now " + Amount(metric.Value, metric);

    /// <returns>inlet is well again: 24.5 °C</returns>
    /// <param name="isUnnoticed">Nobody has acknowledged it yet.</param>
    public static string Over(Metric metric, bool isUnnoticed)
    {
        string amount = metric.IsOk && Word(Switched, metric.Suffix, true) == null ? ": " + Amount(metric.Value, metric) : "";
        return Name(metric.Name) + (isUnnoticed ? " had an alarm that nobody has acknowledged, and is well again" : " is well again") + amount;
    }

    /// <summary>Why a sensor gives no readings.</summary>
    public static string Lost(string name, Quality reason)
    {
        switch (reason)
        {
            case Quality.NotPresent:
            case Quality.Timeout:
                return Name(name) + " does not answer: look at its plug and its wires";
            case Quality.BusShorted:
            case Quality.WireShorted:
                return Name(name) + " has a short circuit in its wires";
            case Quality.WireCut:
                return Name(name) + " has a cut wire";
            default:
                return Name(name) + " gives no reading that can be right";
        }
    }

    private static char[] Spoken(char[] name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            name[i] = name[i] == '_' ? ' ' : name[i];
        }

        return name;
    }

    private static string Word(string[] words, string suffix, bool isLow)
    {
        for (int i = 0; i < words.Length; i += 3)
        {
            if (words[i] == suffix)
            {
                return words[i + (isLow ? 1 : 2)];
            }
        }

        return null;
    }

    /// <returns>Number and unit; no zeros at the end of a fraction.</returns>
    private static string Amount(long value, Metric metric)
    {
        JsonWriter json = new JsonWriter(new byte[32]);
        int decimals = metric.Decimals;
        while (decimals > 0 && value % 10 == 0)
        {
            value /= 10;
            decimals--;
        }

        json.Fixed(value, decimals);
        byte[] digits = json.ToArray();
        string number = Encoding.UTF8.GetString(digits, 0, digits.Length);
        return metric.Unit.Length == 0 ? number : number + " " + metric.Unit;
    }
}
