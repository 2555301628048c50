using Appliance.Core.Chips;
using Appliance.Core.Electrical;
using Appliance.Core.Metrics;
using Appliance.Drivers.Analogue;
using nanoFramework.Hardware.Esp32;
using System;

namespace Appliance.Drivers.Ads1115;

/// <summary>
/// One input of an ADS1115 against ground. Whatever it reads of the chip is believed only while the configuration stands as it
/// was written: a reset in between would have measured something else.
/// </summary>
public sealed class Ads1115Input : AnalogueInput
{
    /// <summary>128 a second and 10 % make 8.6 ms; the clock is a tick of 10 ms and up to another one behind.</summary>
    private const int ConversionMs = 30;

    private const int LookAgainMs = 10;
    private const int TimeoutMs = 150;

    /// <summary>Twice what a conversion at 860 a second takes.</summary>
    private const int FastTimeoutMicros = 2_600;

    /// <summary>What every register reads when the data line never falls.</summary>
    private const int NothingThere = 0xFFFF;

    private readonly Ads1115Chip _chip;
    private readonly int _fullScaleMillivolts;
    private readonly int _steady;
    private readonly int _fast;
    private bool _hasChip;
    private bool _isConverting;
    private long _taken;

    /// <param name="channel">0 to 3.</param>
    /// <param name="fullScaleMillivolts">The range: 6144, 4096, 2048, 1024, 512 or 256. It does not widen what the pin can bear.</param>
    /// <exception cref="ArgumentException">The chip has no such channel or range.</exception>
    public Ads1115Input(Ads1115Chip chip, int channel, int fullScaleMillivolts)
    {
        if (channel < 0 || channel > 3)
        {
            throw new ArgumentException("an ADS1115 has channels 0 to 3, not " + channel.ToString());
        }

        if (!Ads1115Reading.TryGain(fullScaleMillivolts, out int gain))
        {
            throw new ArgumentException(
                "the ranges of an ADS1115 are 6144, 4096, 2048, 1024, 512 and 256 mV, not " + fullScaleMillivolts.ToString());
        }

        _chip = chip;
        _fullScaleMillivolts = fullScaleMillivolts;
        _steady = Ads1115Reading.Configuration(channel, gain, Ads1115Reading.Steady) | Ads1115Reading.SingleShot;
        _fast = Ads1115Reading.Configuration(channel, gain, Ads1115Reading.Fast);
    }

    public override Quality Read(long now, out long microvolts)
    {
        microvolts = 0;
        Quality quality = _isConverting ? Collect(now, out microvolts) : Start(now);
        return quality == Quality.Pending ? quality : End(quality);
    }

    public override Quality ReadCycle(long now, int cycleMicros, RmsMeter meter)
    {
        Quality quality = Take(now);
        if (quality == Quality.Pending)
        {
            return quality;
        }

        if (quality == Quality.Ok)
        {
            quality = Record(cycleMicros, meter);
        }

        if (quality == Quality.Ok)
        {
            meter.EndBurst();
        }
        else
        {
            meter.DropBurst();
        }

        return End(quality);
    }

    protected override Quality Sample(out long microvolts)
    {
        microvolts = 0;
        return _chip.Read(Ads1115Register.Conversion, out int word)
            ? Ads1115Reading.Decode(word, _fullScaleMillivolts, out microvolts)
            : _chip.Failure;
    }

    /// <summary>Takes the chip and sees that it rests: only then does it begin what it is told.</summary>
    private Quality Take(long now)
    {
        if (!_hasChip)
        {
            Due = now + LookAgainMs;
            if (!_chip.TryTake())
            {
                return Quality.Pending;
            }

            _hasChip = true;
            _taken = now;
        }

        Quality quality = State(_steady, ignoreSettings: true);
        if (quality == Quality.Pending)
        {
            // It still converts for somebody before a restart of the board, or it is slow: it is told to stop.
            quality = _chip.Configure(_steady) ? quality : _chip.Failure;
        }

        return OrTimeout(quality, now);
    }

    private Quality Start(long now)
    {
        Quality quality = Take(now);
        if (quality != Quality.Ok)
        {
            return quality;
        }

        if (!_chip.Configure(_steady | Ads1115Reading.Idle))
        {
            return _chip.Failure;
        }

        _isConverting = true;
        Due = now + ConversionMs;
        return Quality.Pending;
    }

    private Quality Collect(long now, out long microvolts)
    {
        microvolts = 0;
        Quality quality = State(_steady, ignoreSettings: false);
        if (quality != Quality.Ok)
        {
            return OrTimeout(quality, now);
        }

        Quality range = Sample(out microvolts);
        quality = State(_steady, ignoreSettings: false);
        return quality != Quality.Ok ? quality : range;
    }

    /// <summary>
    /// Samples a running conversion. It begins with a single one, which shows that the chip keeps time and replaces what another
    /// input has left.
    /// </summary>
    private Quality Record(int cycleMicros, RmsMeter meter)
    {
        int once = _fast | Ads1115Reading.SingleShot;
        if (!_chip.Configure(once | Ads1115Reading.Idle))
        {
            return _chip.Failure;
        }

        Quality quality = Rest(once);
        if (quality != Quality.Ok)
        {
            return quality;
        }

        if (!_chip.Configure(_fast))
        {
            return _chip.Failure;
        }

        quality = SampleCycle(cycleMicros, meter);
        Quality state = State(_fast, ignoreSettings: false);
        Quality stopped = _chip.Configure(once) ? Rest(once) : _chip.Failure;
        if (state != Quality.Ok && state != Quality.Pending)
        {
            return state;
        }

        return quality == Quality.Ok ? stopped : quality;
    }

    /// <summary>Waits until the chip rests, which takes a conversion at most.</summary>
    private Quality Rest(int configuration)
    {
        long began = (long)HighResTimer.GetCurrent();
        long looked;
        Quality quality;
        do
        {
            // Before the look: should another thread come between the two, the chip gets another one.
            looked = (long)HighResTimer.GetCurrent();
            quality = State(configuration, ignoreSettings: false);
        }
        while (quality == Quality.Pending && looked - began < FastTimeoutMicros);

        return quality == Quality.Pending ? Quality.Timeout : quality;
    }

    /// <returns>Ok if it rests with this configuration, Pending if it converts with it, else what is wrong.</returns>
    private Quality State(int configuration, bool ignoreSettings)
    {
        if (!_chip.Read(Ads1115Register.Configuration, out int word))
        {
            return _chip.Failure;
        }

        if (word == NothingThere)
        {
            return Quality.NotPresent;
        }

        if (!ignoreSettings && (word & ~Ads1115Reading.Idle) != configuration)
        {
            return Quality.PowerOn;
        }

        return (word & Ads1115Reading.Idle) != 0 ? Quality.Ok : Quality.Pending;
    }

    private Quality OrTimeout(Quality quality, long now)
    {
        if (quality != Quality.Pending)
        {
            return quality;
        }

        Due = now + LookAgainMs;
        return now - _taken < TimeoutMs ? quality : Quality.Timeout;
    }

    private Quality End(Quality quality)
    {
        _isConverting = false;
        _hasChip = false;
        _chip.Release();
        return quality;
    }
}
