using Appliance.Core.Arithmetic;
using Appliance.Core.Chips;

namespace Appliance.Core.Electrical;

/// <summary>
/// The alternating part of a signal: the root of the mean square about the mean, over bursts of samples that are one mains cycle
/// each. The mean is taken off burst by burst, so that a bias that drifts does no harm.
/// </summary>
public sealed class RmsMeter
{
    private long _origin;
    private long _samples;
    private long _sum;
    private long _squares;
    private long _variances;
    private long _means;

    /// <summary>Whole bursts that count so far.</summary>
    public int Bursts { get; private set; }

    /// <summary>The root mean square about the mean, in the unit of the samples; 0 before the first burst.</summary>
    public long Rms => Bursts > 0 ? SquareRoot.Of(FixedPoint.Divide(_variances, Bursts)) : 0;

    /// <summary>The mean, in the unit of the samples; 0 before the first burst.</summary>
    public long Mean => Bursts > 0 ? FixedPoint.Divide(_means, Bursts) : 0;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        DropBurst();
        Bursts = 0;
        _variances = 0;
        _means = 0;
    }

    /// <summary>Takes a sample of the burst under way.</summary>
    /// <param name="sample">At most ten million from the first one of its burst: a voltage in microvolts.</param>
    public void Add(long sample)
    {
        if (_samples == 0)
        {
            _origin = sample;
        }

        // Counted from the first sample, so that the squares of thousands of samples fit.
        long distance = sample - _origin;
        _samples++;
        _sum += distance;
        _squares += distance * distance;
    }

    /// <summary>The burst under way was a whole cycle: it counts.</summary>
    public void EndBurst()
    {
        if (_samples > 0)
        {
            // The sum of the squares about the mean. The mean is rounded, which the sum makes up for.
            long mean = FixedPoint.Divide(_sum, _samples);
            long about = _squares - (mean * ((2 * _sum) - (_samples * mean)));
            _variances += about / _samples;
            _means += _origin + mean;
            Bursts++;
        }

        DropBurst();
    }

    /// <summary>The burst under way was disturbed: it does not count.</summary>
    public void DropBurst()
    {
        _samples = 0;
        _sum = 0;
        _squares = 0;
    }
}
