using Appliance.Core.Scan;

namespace Appliance.Drivers.Scan;

/// <summary>Looks for parts on one kind of bus that are not configured, a little at a time, and touches none that is.</summary>
public interface IBusScan
{
    /// <summary>A scan that was requested is still to come or runs.</summary>
    bool IsRunning { get; }

    /// <summary>Asks for a scan; one that runs begins anew.</summary>
    void Request();

    /// <summary>Adds what the last scan found, and whether that is all.</summary>
    void AddTo(FoundParts found);
}
