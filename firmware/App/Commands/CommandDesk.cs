using System;
using System.Collections;
using Appliance.App.Timing;
using Appliance.Core.Commands;
using Appliance.Core.Contract;
using Appliance.Core.Scheduling;
using Appliance.Core.Uplink;

namespace Appliance.App.Commands;

/// <summary>
/// Takes commands from the uplink, carries them out one a step, and answers each. It works on the sampler's thread, the only one
/// that touches sensors and metrics.
/// </summary>
public sealed class CommandDesk : Worker
{
    private readonly CommandInbox _inbox = new CommandInbox();
    private readonly CommandGate _gate = new CommandGate();
    private readonly ArrayList _verbs = new ArrayList();
    private readonly Topics _topics;
    private IWaker _sampler;
    private IWaker _uplink;

    public CommandDesk(Topics topics)
        : base("commands")
    {
        _topics = topics;
    }

    /// <summary>Answers that wait for the uplink.</summary>
    public ResultQueue Results { get; } = new ResultQueue();

    public void Add(ICommandVerb verb) => _verbs.Add(verb);

    /// <summary>Tells it whom to wake for a command, and whom for an answer.</summary>
    public void Attach(IWaker sampler, IWaker uplink)
    {
        _sampler = sampler;
        _uplink = uplink;
    }

    /// <summary>Takes a message. From any thread; neither waits nor throws.</summary>
    /// <param name="payload">An empty one is no command: it deletes one that was retained by mistake.</param>
    public void Take(string topic, byte[] payload, bool isRetained)
    {
        string verb = _topics.Verb(topic);
        if (verb != null && payload != null && payload.Length > 0)
        {
            _inbox.Put(verb, payload, isRetained);
            if (_sampler != null)
            {
                _sampler.Wake();
            }
        }
    }

    /// <summary>Sends an answer.</summary>
    public void Answer(CommandResult result)
    {
        Results.Post(result.ToArray());
        if (_uplink != null)
        {
            _uplink.Wake();
        }
    }

    /// <returns>Now, while there are more; a new one wakes the thread.</returns>
    public override long Step(long now)
    {
        Command command = _inbox.Take();
        if (command != null)
        {
            CommandResult result = Result(command, now);
            if (result != null)
            {
                Answer(result);
            }

            return now;
        }

        int dropped = _inbox.TakeDropped();
        if (dropped > 0)
        {
            Answer(CommandResult.Refused("", "too many commands at once: " + dropped.ToString() + " were dropped"));
        }

        return long.MaxValue;
    }

    private CommandResult Result(Command command, long now)
    {
        Stamp time = TimeOfDay.Now();
        string refusal = _gate.Refusal(command, time.Unix, time.Unix > 0 ? time.Unix - (time.Uptime / 1000) : 0);
        if (refusal != null)
        {
            return CommandResult.Refused(command.Id, refusal);
        }

        try
        {
            for (int i = 0; i < _verbs.Count; i++)
            {
                ICommandVerb verb = (ICommandVerb)_verbs[i];
                if (verb.Name == command.Verb)
                {
                    return verb.Run(command, now);
                }
            }
        }
        catch (Exception e)
        {
            Log.Line(Name, command.Verb + ": " + e.Message);
            return CommandResult.Refused(command.Id, "failed: " + e.Message);
        }

        return CommandResult.Refused(command.Id, "unknown command '" + command.Verb + "'; known are " + Names());
    }

    private string Names()
    {
        string names = "";
        for (int i = 0; i < _verbs.Count; i++)
        {
            names += (i == 0 ? "" : ", ") + ((ICommandVerb)_verbs[i]).Name;
        }

        return names;
    }
}
