using VirtualBoard;
using VirtualBoard.Buses;

namespace Ixp.Benchmarks;

/// <summary>
/// Counts what the models of the rack allocate while the firmware talks to them, so that it can be told from what the
/// firmware allocates itself.
/// </summary>
internal sealed class ModelMeter
{
    private const int AdcChannels = 8;

    private long _bytes;

    /// <summary>Bytes so far.</summary>
    public long Bytes => _bytes;

    /// <summary>Stands between a board and all that is wired to it.</summary>
    public static ModelMeter Attach(Board board)
    {
        var meter = new ModelMeter();
        foreach (int bus in new[] { 1, 2 })
        {
            for (int address = 0x08; address <= 0x77; address++)
            {
                if (board.I2c[bus].At(address) is { } slave)
                {
                    board.I2c[bus].Detach(address);
                    board.I2c[bus].Attach(address, new I2c(slave, meter));
                }
            }
        }

        foreach (var device in board.OneWire.Devices.ToList())
        {
            board.OneWire.Detach(device);
            board.OneWire.Attach(new OneWire(device, meter));
        }

        for (int i = 0; i < board.Pins.Count; i++)
        {
            if (board.Pins[i].Pulses is { } pulses)
                board.Pins[i].Pulses = at => meter.Leave(Enter(), pulses(at));
        }

        for (int channel = 0; channel < AdcChannels; channel++)
        {
            if (board.Adc.At(channel) is { } volts)
                board.Adc.Wire(channel, at => meter.Leave(Enter(), volts(at)));
        }

        return meter;
    }

    /// <summary>Begins a call into a model.</summary>
    private static long Enter() => GC.GetAllocatedBytesForCurrentThread();

    /// <summary>Ends it, and hands its result on.</summary>
    private T Leave<T>(long entered, T result)
    {
        _bytes += GC.GetAllocatedBytesForCurrentThread() - entered;
        return result;
    }

    private sealed class I2c(II2cSlave slave, ModelMeter meter) : II2cSlave
    {
        public bool Start(bool read) => meter.Leave(Enter(), slave.Start(read));

        public bool Write(byte value) => meter.Leave(Enter(), slave.Write(value));

        public byte Read() => meter.Leave(Enter(), slave.Read());

        public void Stop()
        {
            long entered = Enter();
            slave.Stop();
            meter.Leave(entered, true);
        }
    }

    private sealed class OneWire(IOneWireSlave slave, ModelMeter meter) : IOneWireSlave
    {
        public bool Reset() => meter.Leave(Enter(), slave.Reset());

        public bool Slot(bool masterBit) => meter.Leave(Enter(), slave.Slot(masterBit));
    }
}
