using System.Collections;
using Appliance.App.Storage;
using Appliance.Core.Changes;
using Appliance.Core.Commands;
using Appliance.Core.Config;
using Appliance.Core.Json;

namespace Appliance.App.Commands;

/// <summary>
/// <c>cmd/get</c> with <c>entry</c> and <c>name</c>: a line of the configuration, or with <c>key</c> one value of it;
/// <c>"what":"changes"</c>: the last changes. Secrets are in another file.
/// </summary>
public sealed class GetCommand : ICommandVerb
{
    private readonly ConfigTrial _trial;
    private readonly ChangeRules _rules;

    public GetCommand(ConfigTrial trial, ChangeRules rules)
    {
        _trial = trial;
        _rules = rules;
    }

    public string Name => "get";

    public CommandResult Run(Command command, long now)
    {
        FlatJson fields = command.Fields;
        if (fields.Text("what") == "changes")
        {
            return CommandResult.Done(command.Id)
                .With("trial_s", _trial.Left(now))
                .With("changes", _trial.Book.ToJson());
        }

        string keyword = fields.Text("entry");
        if (keyword == null)
        {
            return CommandResult.Refused(command.Id, "needs \"entry\", such as sensor or broker, or \"what\":\"changes\"");
        }

        string name = fields.Text("name") ?? "";
        ConfigEntry entry = Find(keyword, name);
        if (entry == null)
        {
            return CommandResult.Refused(command.Id, "there is no " + keyword + " '" + name + "'");
        }

        string key = fields.Text("key");
        if (key != null && !entry.Has(key))
        {
            return CommandResult.Refused(command.Id, "there is no '" + key + "' in that line");
        }

        CommandResult result = CommandResult.Done(command.Id);
        for (int i = 0; i < entry.Count; i++)
        {
            string other = entry.NameAt(i);
            if (key == null || key == other)
            {
                int decimals = _rules.Decimals(keyword, name, other, out bool _);
                result.With(key == null ? other : "value", Change.Shown(entry.ValueAt(i), decimals));
            }
        }

        return result;
    }

    /// <returns>The line by which this start runs; null if there is none.</returns>
    private ConfigEntry Find(string keyword, string name)
    {
        ArrayList entries = ConfigReader.Read(_trial.File());
        for (int i = 0; i < entries.Count; i++)
        {
            ConfigEntry entry = (ConfigEntry)entries[i];
            if (ConfigEdit.IsMeant(entry, keyword, name))
            {
                return entry;
            }
        }

        return null;
    }
}
