using Appliance.Core.Boot;

namespace Appliance.Tests.Boot;

/// <summary>The rules of starts with all of them at hand: what each came to is kept, and counted back.</summary>
internal sealed class BootModel
{
    private static readonly int[] RetryMinutes = { 0, 10, 40, 160, 640, 1440 };

    private readonly BootRung[] _rung;
    private readonly bool[] _isGood;
    private readonly bool[] _isDay;
    private readonly bool[] _isOwn;
    private readonly bool[] _isAsked;
    private int _starts;

    public BootModel(int mostStarts)
    {
        _rung = new BootRung[mostStarts];
        _isGood = new bool[mostStarts];
        _isDay = new bool[mostStarts];
        _isOwn = new bool[mostStarts];
        _isAsked = new bool[mostStarts];
    }

    /// <summary>Starts in a row before this one that came to nothing.</summary>
    public int Failed
    {
        get
        {
            int count = 0;
            while (count < _starts && !_isGood[_starts - 1 - count] && !_isAsked[_starts - 1 - count])
            {
                count++;
            }

            return count;
        }
    }

    public BootRung Rung
    {
        get
        {
            int rung = 0;
            int onRung = 0;
            for (int i = Failed; i > 0; i--)
            {
                onRung++;
                if (onRung == 4)
                {
                    onRung = 0;
                    rung = rung == 3 ? 0 : rung + 1;
                }
            }

            return (BootRung)rung;
        }
    }

    /// <summary>Own restarts since a session that lasted for a day, its end included.</summary>
    public int Restarts
    {
        get
        {
            int count = 0;
            for (int i = _starts - 1; i >= 0; i--)
            {
                count += _isOwn[i] ? 1 : 0;
                if (_isDay[i])
                {
                    break;
                }
            }

            return count;
        }
    }

    /// <summary>Starts that nobody has wished for since a session that lasted for a day, this one included.</summary>
    public int Starts
    {
        get
        {
            int count = IsWish(_starts) ? 0 : 1;
            for (int i = _starts - 1; i >= 0 && !_isDay[i]; i--)
            {
                count += IsWish(i) ? 0 : 1;
            }

            return count;
        }
    }

    /// <summary>Uptime in milliseconds at which a good start on a lower rung, this one, tries the full one.</summary>
    public long RetryMs
    {
        get
        {
            int tries = 1;
            for (int i = _starts - 1; i >= 0 && !(_isGood[i] && _rung[i] == BootRung.Full); i--)
            {
                tries += _isGood[i] ? 1 : 0;
            }

            return RetryMinutes[tries < 5 ? tries : 5] * 60_000L;
        }
    }

    /// <summary>The ledger was lost.</summary>
    public void Forget() => _starts = 0;

    /// <summary>A start has ended.</summary>
    public void Add(bool isGood, bool isDay, bool isOwn, bool isAsked)
    {
        _rung[_starts] = Rung;
        _isGood[_starts] = isGood;
        _isDay[_starts] = isDay;
        _isOwn[_starts] = isOwn;
        _isAsked[_starts] = isAsked;
        _starts++;
    }

    private bool IsWish(int start) => start > 0 && _isAsked[start - 1];
}
