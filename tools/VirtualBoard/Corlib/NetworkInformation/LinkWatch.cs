using VirtualBoard.Net;
using VirtualBoard.Running;

namespace System.Net.NetworkInformation;

/// <summary>The handlers of this boot.</summary>
internal sealed class LinkWatch : IDisposable
{
    private readonly Interpreter _interpreter = Interpreter.Current;
    private readonly NetworkLink _link = NetworkCall.Link;

    public LinkWatch() => _link.Changed += OnChanged;

    public event NetworkAddressChangedEventHandler? AddressChanged;

    public event NetworkAvailabilityChangedEventHandler? AvailabilityChanged;

    public void Dispose() => _link.Changed -= OnChanged;

    private void OnChanged(bool isUp)
    {
        var events = _interpreter.Service("events", 128);
        events.Post(() => AvailabilityChanged?.Invoke(null, new NetworkAvailabilityEventArgs(isUp)));
        events.Post(() => AddressChanged?.Invoke(null, EventArgs.Empty));
    }
}
