using System.Text;
using Appliance.Core.Journal;
using Appliance.Core.Uplink;
using Appliance.Tests.Journal;

namespace Appliance.Tests.Uplink;

/// <summary>An outbox with a journal on flash that outlives it.</summary>
internal sealed class OutboxRig
{
    private const int Budget = 256 * 1024;

    public OutboxRig(int session, int capacity, int byteLimit, MemoryStore store)
    {
        Store = store;
        ReportLayout layout = new ReportLayout();
        Numbers = new NumberReport("power", null);
        Numbers.Register(layout);
        Probe = new NumberReport("probe", "sw1");
        Probe.Register(layout);
        string[] raw = { "climate", "alarm", "event" };
        for (int i = 0; i < raw.Length; i++)
        {
            layout.Add(raw[i], null, new string[0], new byte[0]);
        }

        Backlog = new Backlog(new ReportJournal(store, layout, session, Budget), layout);
        Backlog.Recover();
        Outbox = new Outbox(session, capacity, byteLimit);
        Outbox.Attach(Backlog);
    }

    public MemoryStore Store { get; }

    public Backlog Backlog { get; }

    public Outbox Outbox { get; }

    /// <summary>Numbers in the group power.</summary>
    public NumberReport Numbers { get; }

    /// <summary>Numbers of a target.</summary>
    public NumberReport Probe { get; }

    /// <returns>A rig without history.</returns>
    public static OutboxRig New(int capacity = 4) => new OutboxRig(1, capacity, 4096, new MemoryStore());

    /// <returns>What the next shipment holds; null if nothing waits. It is acknowledged.</returns>
    public string Take()
    {
        Shipment shipment = new Shipment();
        if (!Outbox.Next(shipment))
        {
            return null;
        }

        string text = Text(shipment);
        Outbox.Acknowledge(shipment);
        return text;
    }

    public static string Text(Shipment shipment)
    {
        byte[] payload = shipment.Payload();
        return Encoding.UTF8.GetString(payload, 0, payload.Length);
    }
}
