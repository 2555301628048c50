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
    /// <param name="item">What it is about; null if it is the appliance as a whole.</param>
    public void Tell(string happened, string item = null)
    {
        _outbox.Post(new EventReport(_topics, happened, item), TimeOfDay.Now());
        _uplink.Wake();
    }
}
