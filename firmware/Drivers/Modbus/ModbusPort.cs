using System;
using System.IO.Ports;

namespace Appliance.Drivers.Modbus;

/// <summary>A serial line with Modbus RTU slaves. Sends and collects without ever waiting for an answer.</summary>
public sealed class ModbusPort : IDisposable
{
    /// <summary>The silence that parts two frames, 3.5 characters or 4 ms, as the clock can tell it: its ticks are of 10 ms.</summary>
    private const int QuietMs = 20;

    private readonly byte[] _scrap = new byte[64];
    private readonly SerialPort _port;
    private bool _isTaken;
    private long _quietUntil;

    /// <param name="portName">COM2 or COM3.</param>
    /// <param name="stopBits">One for the PZEM-004T, two for the PZEM-017.</param>
    public ModbusPort(string portName, int baudRate, StopBits stopBits)
    {
        _port = new SerialPort(portName, baudRate, Parity.None, 8, stopBits);
        _port.ReadTimeout = 100;
        _port.WriteTimeout = 100;
        _port.Open();
    }

    /// <summary>
    /// Takes the line for one request and its answer. The slaves share the wires, so one master speaks at a time.
    /// </summary>
    /// <param name="now">Uptime in milliseconds.</param>
    /// <returns>False while another has it, and for the silence after.</returns>
    public bool TryTake(long now)
    {
        bool isFree = !_isTaken && now >= _quietUntil;
        _isTaken |= isFree;
        return isFree;
    }

    /// <summary>Gives the line to the next.</summary>
    public void Release(long now)
    {
        _isTaken = false;
        _quietUntil = now + QuietMs;
    }

    /// <summary>Sends a request. What still came in answer to an earlier one is thrown away first.</summary>
    /// <param name="length">Bytes of the request.</param>
    public void Send(byte[] request, int length)
    {
        int stale = _port.BytesToRead;
        while (stale > 0)
        {
            int read = _port.Read(_scrap, 0, stale < _scrap.Length ? stale : _scrap.Length);
            stale = read > 0 ? stale - read : 0;
        }

        _port.Write(request, 0, length);
    }

    /// <summary>Takes what has arrived so far.</summary>
    /// <param name="length">Bytes that the buffer holds already.</param>
    /// <returns>Bytes that it holds now; the buffer's length if more may be waiting.</returns>
    public int Collect(byte[] heard, int length)
    {
        int arrived = _port.BytesToRead;
        int room = heard.Length - length;
        if (arrived > room)
        {
            arrived = room;
        }

        return arrived > 0 ? length + _port.Read(heard, length, arrived) : length;
    }

    public void Dispose() => _port.Dispose();
}
