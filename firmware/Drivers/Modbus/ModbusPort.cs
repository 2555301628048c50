using Appliance.Core.Modbus;
using System.IO.Ports;

namespace Appliance.Drivers.Modbus;

/// <summary>A serial line with Modbus RTU slaves. Sends and collects without ever waiting for an answer.</summary>
public sealed class ModbusPort
{
    private readonly byte[] _scrap = new byte[64];
    private readonly SerialPort _port;
    private bool _isTaken;

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
    /// <returns>False while another has it.</returns>
    public bool TryTake()
    {
        bool isFree = !_isTaken;
        _isTaken = true;
        return isFree;
    }

    /// <summary>Gives the line to the next.</summary>
    public void Release() => _isTaken = false;

    /// <summary>Sends a request. What still came in answer to an earlier one is thrown away first.</summary>
    public void Send(byte[] request)
    {
        int stale = _port.BytesToRead;
        while (stale > 0)
        {
            _port.Read(_scrap, 0, stale < _scrap.Length ? stale : _scrap.Length);
            stale = _port.BytesToRead;
        }

        _port.Write(request, 0, ModbusFrame.RequestLength);
    }

    /// <summary>Takes what has arrived so far.</summary>
    /// <param name="length">Bytes that the reply holds already.</param>
    /// <returns>Bytes that it holds now.</returns>
    public int Collect(byte[] reply, int length)
    {
        int arrived = _port.BytesToRead;
        int room = reply.Length - length;
        if (arrived > room)
        {
            arrived = room;
        }

        return arrived > 0 ? length + _port.Read(reply, length, arrived) : length;
    }
}
