using Appliance.Core.Scan;

namespace Appliance.App.Scanning;

/// <summary>Asked for a scan and wants to know when it has ended.</summary>
public interface IScanListener
{
    void TakeFound(FoundParts found);
}
