using Appliance.Core.Metrics;
using Appliance.Core.Modbus;
using System;

namespace Appliance.Drivers.Modbus;

/// <summary>
/// A question to one slave and its answer. Holds the line from the one to the other, and gives it back whatever happens: what
/// goes wrong with one slave costs no other a reading.
/// </summary>
public sealed class ModbusExchange
{
    private readonly byte[] _request = new byte[ModbusFrame.RequestLength];
    private readonly byte[] _heard;
    private readonly ModbusPort _port;
    private readonly int _slave;
    private readonly int _timeoutMs;
    private int _length;
    private int _start;
    private bool _isReset;
    private long _asked;

    /// <param name="mostRegisters">As many as any of its questions asks for.</param>
    /// <param name="timeoutMs">How long an answer is awaited.</param>
    public ModbusExchange(ModbusPort port, int slave, int mostRegisters, int timeoutMs = 300)
    {
        _port = port;
        _slave = slave;
        _timeoutMs = timeoutMs;

        // A reply of which the first byte stands in the first half is whole in it, so that half can be forgotten when it is full.
        _heard = new byte[2 * ModbusFrame.ReplyLength(mostRegisters)];
    }

    /// <summary>A question is out and its answer is awaited.</summary>
    public bool IsUnderWay { get; private set; }

    /// <summary>Asks for registers.</summary>
    /// <param name="function">ReadHoldingRegisters or ReadInputRegisters.</param>
    /// <param name="now">Uptime in milliseconds.</param>
    /// <returns>False while another has the line: ask again later.</returns>
    public bool TryAsk(int function, int firstRegister, int registers, long now)
    {
        if (!_port.TryTake(now))
        {
            return false;
        }

        ModbusFrame.WriteRead(_request, _slave, function, firstRegister, registers);
        Send(ModbusFrame.RequestLength, now);
        return true;
    }

    /// <summary>Has the meter set its energy to zero. <see cref="Collect"/> is Ok once it has.</summary>
    /// <returns>False while another has the line: ask again later.</returns>
    public bool TryResetEnergy(long now)
    {
        if (!_port.TryTake(now))
        {
            return false;
        }

        ModbusFrame.WriteReset(_request, _slave);
        Send(ModbusFrame.ResetLength, now);
        return true;
    }

    /// <summary>Looks whether the answer is there.</summary>
    /// <returns>
    /// Pending while there is time left for it; then Ok, and the registers can be read until the next question, or why not, as
    /// <see cref="ModbusFrame.FindReply"/> tells.
    /// </returns>
    public Quality Collect(long now)
    {
        Quality quality = Quality.Fault;
        try
        {
            quality = Look(now);
        }
        finally
        {
            if (quality != Quality.Pending)
            {
                IsUnderWay = false;
                _port.Release(now);
            }
        }

        return quality;
    }

    /// <returns>A 16-bit register, counted from the first that was asked for.</returns>
    public int Register(int index) => ModbusFrame.Register(_heard, _start, index);

    /// <returns>A 32-bit value in two registers, low word first.</returns>
    public long LowWordFirst(int index) => ModbusFrame.LowWordFirst(_heard, _start, index);

    private void Send(int length, long now)
    {
        _length = 0;
        _asked = now;
        _isReset = length == ModbusFrame.ResetLength;
        try
        {
            _port.Send(_request, length);
            IsUnderWay = true;
        }
        finally
        {
            if (!IsUnderWay)
            {
                _port.Release(now);
            }
        }
    }

    private Quality Look(long now)
    {
        Quality quality;
        bool isFull;
        do
        {
            _length = _port.Collect(_heard, _length);
            quality = _isReset
                ? ModbusFrame.FindResetReply(_request, _heard, _length)
                : ModbusFrame.FindReply(_request, _heard, _length, out _start);
            if (quality == Quality.Ok || quality == Quality.OutOfRange)
            {
                return quality;
            }

            isFull = _length == _heard.Length;
            if (isFull)
            {
                _length /= 2;
                Array.Copy(_heard, _length, _heard, 0, _length);
            }
        }
        while (isFull);

        return now - _asked < _timeoutMs ? Quality.Pending : quality;
    }
}
