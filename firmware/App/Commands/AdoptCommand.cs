using Appliance.App.Adoption;
using Appliance.App.Scanning;
using Appliance.Core.Chips;
using Appliance.Core.Commands;
using Appliance.Core.Metrics;
using Appliance.Core.Scan;
using Appliance.Drivers.Ds18b20;

namespace Appliance.App.Commands;

/// <summary>
/// <c>cmd/adopt</c> with <c>sensor</c> and <c>rom</c>: a new DS18B20 takes the place of a dead one. Without <c>rom</c> it is the
/// one that a scan has found, if it is the only one; <c>"force":1</c> replaces a probe that is not known to be dead.
/// </summary>
public sealed class AdoptCommand : ICommandVerb
{
    private readonly ProbeRoster _roster;
    private readonly Scanner _scanner;

    public AdoptCommand(ProbeRoster roster, Scanner scanner)
    {
        _roster = roster;
        _scanner = scanner;
    }

    public string Name => "adopt";

    public CommandResult Run(Command command, long now)
    {
        string name = command.Fields.Text("sensor");
        string problem = NameProblem(name);
        if (problem != null)
        {
            return CommandResult.Refused(command.Id, problem);
        }

        Ds18b20Probe probe = _roster.Find(name);
        bool isForced = command.Fields.TryNumber("force", out long force) && force == 1;
        Quality quality = probe.Temperature.Quality;
        if (!isForced && quality != Quality.NotPresent && quality != Quality.Checksum)
        {
            return CommandResult.Refused(
                command.Id,
                "'" + name + "' is not known to be dead, its quality is " + QualityName.Of(quality) + ": add \"force\":1 to replace it");
        }

        problem = command.Fields.Has("rom") ? RomProblem(command.Fields.Text("rom"), out byte[] rom) : OnlyFound(out rom);
        if (problem == null && _roster.FindRom(rom) != null)
        {
            problem = OneWireRom.ToText(rom) + " is '" + _roster.FindRom(rom).Temperature.Name + "' already";
        }

        return problem == null ? Adopt(command.Id, probe, rom, now) : CommandResult.Refused(command.Id, problem);
    }

    private CommandResult Adopt(string id, Ds18b20Probe probe, byte[] rom, long now)
    {
        string was = OneWireRom.ToText(probe.Rom);
        _roster.Adopt(probe.Temperature.Name, rom);

        // What was found is one less now.
        _scanner.TryBegin(null, now);
        return CommandResult.Done(id).With("rom", OneWireRom.ToText(rom)).With("was", was);
    }

    private string NameProblem(string name)
    {
        if (name == null)
        {
            return "needs \"sensor\": the name of a ds18b20";
        }

        return _roster.Find(name) != null ? null : "there is no ds18b20 '" + name + "'";
    }

    private static string RomProblem(string text, out byte[] rom)
    {
        rom = null;
        bool isRom = text != null && OneWireRom.TryParse(text, out rom);
        return !isRom ? "\"rom\" is no ROM code: a string of 16 hex digits, family first"
            : rom[0] != OneWireRom.Ds18b20 ? "\"rom\" is no ds18b20: those begin with 28"
            : !OneWireRom.IsSound(rom) ? "\"rom\" has a wrong check byte: is it copied right?"
            : null;
    }

    private string OnlyFound(out byte[] rom)
    {
        rom = null;
        int count = 0;
        FoundParts found = _scanner.Found;
        for (int i = 0; i < found.Count; i++)
        {
            if (found[i].Rom != null && OneWireRom.TryParse(found[i].Rom, out byte[] other) && other[0] == OneWireRom.Ds18b20)
            {
                rom = other;
                count++;
            }
        }

        return count == 1 ? null
            : count == 0 ? "no ds18b20 was found that is not configured: plug it in and send cmd/scan, or give its \"rom\""
            : count.ToString() + " ds18b20 were found that are not configured: tell which by \"rom\"";
    }
}
