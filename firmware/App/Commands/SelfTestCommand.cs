using System;
using System.IO;
using Appliance.App.Reporting;
using Appliance.App.Storage;
using Appliance.App.Timing;
using Appliance.App.Uplink;
using Appliance.Core.Commands;
using Appliance.Core.Led;
using Appliance.Core.Metrics;
using Appliance.Core.Scheduling;
using Appliance.Drivers;

namespace Appliance.App.Commands;

/// <summary>
/// <c>cmd/self-test</c>: strobes the LED, counts sensors that answer and buses that hang, writes, reads and deletes a file, and times how
/// long the broker takes to acknowledge a message. All figures are numbers; 1 is well.
/// </summary>
public sealed class SelfTestCommand : Worker, ICommandVerb
{
    private const int FileBytes = 256;

    /// <summary>As long as the uplink waits for an acknowledgement.</summary>
    private const int LimitMs = 10_000;

    private const int LookAgainMs = 100;

    private readonly Sensor[] _sensors;
    private readonly LedSpeaker _speaker;
    private readonly BrokerUplink _uplink;
    private readonly EventDesk _events;
    private readonly CommandDesk _desk;
    private string _id;
    private int _acknowledged;
    private long _limit;

    /// <param name="speaker">Null if the board has no LED.</param>
    public SelfTestCommand(Sensor[] sensors, LedSpeaker speaker, BrokerUplink uplink, EventDesk events, CommandDesk desk)
        : base("self-test")
    {
        _sensors = sensors;
        _speaker = speaker;
        _uplink = uplink;
        _events = events;
        _desk = desk;
    }

    public CommandResult Run(Command command, long now)
    {
        if (_id != null)
        {
            return CommandResult.Refused(command.Id, "a self-test is under way: its answer will come");
        }

        if (_speaker != null)
        {
            _speaker.Identify(now);
        }

        _id = command.Id;
        _limit = now + LimitMs;
        _acknowledged = _uplink.Acknowledged;
        _events.Tell("self-test");
        return null;
    }

    public override long Step(long now)
    {
        if (_id == null)
        {
            return long.MaxValue;
        }

        bool isAcknowledged = _uplink.Acknowledged != _acknowledged;
        if (!isAcknowledged && now < _limit)
        {
            return now + LookAgainMs;
        }

        CommandResult result = CommandResult.Done(_id).With("led", _speaker != null ? 1 : 0);
        AddSensors(result, now);
        bool isWritable = TryStorage(out long storageMs);
        result.With("storage", isWritable ? 1 : 0).With("storage_ms", storageMs).With("broker", isAcknowledged ? 1 : 0);
        if (isAcknowledged)
        {
            result.With("broker_ms", _uplink.RoundTripMs);
        }

        _id = null;
        _desk.Answer(result);
        return long.MaxValue;
    }

    /// <summary>A bus is stuck if a sensor on it said so, and counts once.</summary>
    private void AddSensors(CommandResult result, long now)
    {
        int well = 0;
        int stuck = 0;
        for (int i = 0; i < _sensors.Length; i++)
        {
            Quality quality = _sensors[i].Metrics.Length > 0 ? _sensors[i].Metrics[0].Quality : Quality.Ok;
            well += quality == Quality.Ok ? 1 : 0;
            stuck += quality == Quality.BusShorted && IsFirstOnBus(i) ? 1 : 0;
        }

        result.With("sensors", _sensors.Length).With("sensors_ok", well).With("buses_stuck", stuck);
    }

    private bool IsFirstOnBus(int index)
    {
        for (int i = 0; i < index; i++)
        {
            if (_sensors[i].Bus != null && _sensors[i].Bus == _sensors[index].Bus && _sensors[i].Metrics[0].Quality == Quality.BusShorted)
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryStorage(out long elapsed)
    {
        long started = Uptime.Milliseconds;
        bool isSame = false;
        try
        {
            byte[] written = new byte[FileBytes];
            for (int i = 0; i < FileBytes; i++)
            {
                written[i] = (byte)(i ^ (int)started);
            }

            File.WriteAllBytes(Folder.SelfTest, written);
            byte[] read = File.ReadAllBytes(Folder.SelfTest);
            isSame = read.Length == FileBytes;
            for (int i = 0; isSame && i < FileBytes; i++)
            {
                isSame = read[i] == written[i];
            }

            File.Delete(Folder.SelfTest);
        }
        catch (Exception e)
        {
            Log.Line("self-test", e.Message);
            isSame = false;
        }

        elapsed = Uptime.Milliseconds - started;
        return isSame;
    }
}
