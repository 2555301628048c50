using System;

namespace Appliance.Tests.Journal;

/// <summary>
/// Forty readings as a rack gives them: sixteen slow temperatures of DS18B20 (hundredths, in steps of 1/16 °C), six humidities,
/// six fans, eight voltages and currents, four counters.
/// </summary>
internal sealed class RackSignals
{
    private readonly Random _random;
    private readonly int[] _drift = new int[40];
    private readonly long[] _values = new long[40];
    private readonly long[] _counts = new long[40];

    public RackSignals(Random random)
    {
        _random = random;
    }

    public void Advance(int minute)
    {
        // A day as a triangle, in thousandths.
        int day = minute % 1440;
        int sun = day < 720 ? day * 1000 / 720 : (1440 - day) * 1000 / 720;
        for (int i = 0; i < 40; i++)
        {
            _drift[i] = (_drift[i] * 49 / 50) + Noise(30);
            if (i < 16)
            {
                // Thousandths of a degree, with a noise of the chip that is below its step.
                long milli = 22_000 + (i * 700) + (4 * sun) + _drift[i] + Noise(15);
                long sixteenths = ((milli * 16) + 500) / 1000;
                _values[i] = sixteenths * 625 / 100;
            }
            else if (i < 22)
            {
                _values[i] = 4500 - (sun / 3) + (_drift[i] / 10) + Noise(4);
            }
            else if (i < 28)
            {
                _values[i] = 3000 + (i * 50) + Noise(12);
            }
            else if (i < 36)
            {
                _values[i] = 5400 - (i * 100) + (_drift[i] / 60) + (Noise(8) / 10);
            }
            else
            {
                // Watt-hours, run hours in hundredths, and the like.
                _counts[i] += (i - 35) * 2170;
                _values[i] = _counts[i] / 1000;
            }
        }
    }

    /// <summary>Eight of each group: all kinds in each.</summary>
    public void Read(int group, long[] values)
    {
        for (int i = 0; i < 8; i++)
        {
            values[i] = _values[group + (5 * i)];
        }
    }

    /// <returns>About normal, with that standard deviation.</returns>
    private int Noise(int deviation)
    {
        // Twelve uniform numbers from 0 to 999 have a deviation of 1000.
        int sum = -6000;
        for (int i = 0; i < 12; i++)
        {
            sum += _random.Next(1001);
        }

        return sum * deviation / 1000;
    }
}
