using System;
using Appliance.Core.Chips;
using nanoFramework.Device.OneWire;

namespace Appliance.Drivers.Ds18b20;

/// <summary>
/// Finds out who is on a 1-Wire bus, one device a step (about 20 ms), because a search of all stops the interpreter until it
/// ends. The host does not tell the last device from a disturbance, so a device that is missing may still be there.
/// </summary>
public sealed class OneWireSearch
{
    /// <summary>Devices beyond are not found.</summary>
    public const int Capacity = 16;

    private readonly byte[][] _roms = new byte[Capacity][];
    private readonly OneWireHost _host;
    private bool _isRequested;
    private bool _isRunning;

    internal OneWireSearch(OneWireHost host)
    {
        _host = host;
        for (int i = 0; i < Capacity; i++)
        {
            _roms[i] = new byte[OneWireRom.Length];
        }
    }

    /// <summary>Devices found by the search that runs, or else by the last one.</summary>
    public int Count { get; private set; }

    /// <summary>Searches that have ended since the start.</summary>
    public int Completed { get; private set; }

    /// <summary>The last search has ended, nothing was amiss, and it is all there is on the bus.</summary>
    public bool IsComplete { get; private set; }

    internal bool WantsStep => _isRequested || _isRunning;

    /// <param name="index">Less than <see cref="Count"/>.</param>
    /// <returns>Eight bytes: family, serial number, CRC. The next search writes over them: copy what is to stay.</returns>
    public byte[] Rom(int index) => _roms[index];

    /// <summary>Asks for a search; one that runs begins anew. From any thread.</summary>
    internal void Request() => _isRequested = true;

    /// <summary>Looks for one more device.</summary>
    internal void Step()
    {
        if (_isRequested)
        {
            _isRequested = false;
            _isRunning = true;
            IsComplete = false;
            Count = 0;
        }

        bool isFound = Count == 0 ? _host.FindFirstDevice(true, false) : _host.FindNextDevice(true, false);
        if (!isFound)
        {
            // A presence with nobody behind it is a short, or noise.
            End(Count > 0 || !_host.TouchReset());
        }
        else if (Count == Capacity || !OneWireRom.IsSound(_host.SerialNumber) || IsKnown(_host.SerialNumber))
        {
            End(false);
        }
        else
        {
            Array.Copy(_host.SerialNumber, _roms[Count], OneWireRom.Length);
            Count++;
        }
    }

    private void End(bool isComplete)
    {
        IsComplete = isComplete;
        _isRunning = false;
        Completed++;
    }

    private bool IsKnown(byte[] rom)
    {
        for (int i = 0; i < Count; i++)
        {
            if (OneWireRom.AreEqual(_roms[i], rom))
            {
                return true;
            }
        }

        return false;
    }
}
