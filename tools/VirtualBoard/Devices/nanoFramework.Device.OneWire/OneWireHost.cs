using System.Collections;
using VirtualBoard.Devices;
using VirtualBoard.Running;

namespace nanoFramework.Device.OneWire;

/// <summary>The 1-Wire master, which the firmware builds on the UART of COM3. Its calls stop the whole interpreter.</summary>
public class OneWireHost : IDisposable
{
    private readonly OneWireMaster _master;
    private readonly RomSearch _search;
    private bool _disposed;

    /// <exception cref="InvalidOperationException">There is another host already.</exception>
    /// <exception cref="NotSupportedException">The image of this board has no 1-Wire.</exception>
    /// <exception cref="Exception">COM3_TX or COM3_RX is not set.</exception>
    public OneWireHost()
    {
        _master = Interpreter.Current.Resource<OneWireMaster>();
        _master.Open();
        _search = new RomSearch(_master);
    }

    /// <summary>ROM code of the device that the last search found: family, 48-bit serial number, CRC.</summary>
    public byte[] SerialNumber { get; set; } = new byte[8];

    /// <returns>True for a presence pulse, and for a bus that is shorted.</returns>
    public bool TouchReset() => Master.Reset();

    /// <summary>Writes a bit, or reads one by writing true.</summary>
    public bool TouchBit(bool value) => Master.Bit(value);

    /// <summary>Writes a byte, or reads one by writing 0xFF; least significant bit first.</summary>
    public byte TouchByte(byte value) => Master.Byte(value);

    /// <returns>1 if the bus showed the same bits as were written, else 0.</returns>
    public byte WriteByte(byte value) => Master.Byte(value) == value ? (byte)1 : (byte)0;

    public byte ReadByte() => Master.Byte(0xFF);

    /// <returns>True when a device was found; <see cref="SerialNumber"/> then names it.</returns>
    public bool FindFirstDevice(bool performResetBeforeSearch, bool searchWithAlarmCommand)
    {
        ThrowIfDisposed();
        _search.Restart();
        return Find(performResetBeforeSearch, searchWithAlarmCommand);
    }

    /// <summary>Goes on from the last device found.</summary>
    /// <returns>False when that was the last, or the search failed: no presence, a wrong CRC.</returns>
    public bool FindNextDevice(bool performResetBeforeSearch, bool searchWithAlarmCommand)
    {
        ThrowIfDisposed();
        return Find(performResetBeforeSearch, searchWithAlarmCommand);
    }

    /// <returns>The ROM codes of all devices, arrays of 8 bytes; those found before a failure if the search fails.</returns>
    public ArrayList FindAllDevices()
    {
        var found = new ArrayList();
        for (bool more = FindFirstDevice(true, false); more; more = FindNextDevice(true, false))
            found.Add((byte[])SerialNumber.Clone());
        return found;
    }

    public void Dispose()
    {
        Dispose(true);
        System.GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed)
            return;

        _disposed = true;
        _master.Close();
    }

    private OneWireMaster Master
    {
        get
        {
            ThrowIfDisposed();
            return _master;
        }
    }

    private bool Find(bool reset, bool alarmOnly)
    {
        if (!_search.Next(reset, alarmOnly))
            return false;

        _search.Rom.CopyTo(SerialNumber, 0);
        return true;
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed, this);
}
