using Appliance.App.Timing;
using Appliance.Core.Contract;
using Appliance.Core.Scheduling;
using Appliance.Core.Uplink;

namespace Appliance.App.Reporting;

/// <summary>Tells what has happened to the appliance itself, at once. Any thread may.</summary>
public sealed class EventDesk
{
    private readonly Topics _topics;
    private readonly Outbox _outbox;
    private readonly IWaker _uplink;

    public EventDesk(Topics topics, Outbox outbox, IWaker uplink)
    {
        _topics = topics;
        _outbox = outbox;
        _uplink = uplink;
    }

    /// <param name="happened">The word of the event: <c>clock-set</c>.</param>
    public void Tell(string happened)
    {
        _outbox.Post(new EventReport(_topics, happened, null), TimeOfDay.Now());
        _uplink.Wake();
    }
}
