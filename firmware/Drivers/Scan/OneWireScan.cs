using Appliance.Core.Chips;
using Appliance.Core.Scan;
using Appliance.Drivers.Ds18b20;

namespace Appliance.Drivers.Scan;

/// <summary>The parts of the 1-Wire bus that no probe is: the chain searches them in its pauses.</summary>
public sealed class OneWireScan : IBusScan
{
    private readonly Ds18b20Chain _chain;
    private readonly Ds18b20Probe[] _probes;
    private int _completed;
    private bool _isRequested;

    public OneWireScan(Ds18b20Chain chain, Ds18b20Probe[] probes)
    {
        _chain = chain;
        _probes = probes;
    }

    public bool IsRunning => _isRequested && _chain.Search.Completed == _completed;

    public void Request()
    {
        _completed = _chain.Search.Completed;
        _isRequested = true;
        _chain.RequestSearch();
    }

    public void AddTo(FoundParts found)
    {
        OneWireSearch search = _chain.Search;
        for (int i = 0; i < search.Count; i++)
        {
            if (!IsConfigured(search.Rom(i)))
            {
                found.Add(FoundPart.OneWire(search.Rom(i)));
            }
        }

        if (!search.IsComplete)
        {
            found.MarkIncomplete();
        }
    }

    private bool IsConfigured(byte[] rom)
    {
        for (int i = 0; i < _probes.Length; i++)
        {
            if (OneWireRom.AreEqual(_probes[i].Rom, rom))
            {
                return true;
            }
        }

        return false;
    }
}
