using Appliance.Core.Probing;

namespace Appliance.App.Probing.Tcp;

/// <summary>
/// TCP connects, a few at a time. A dead target holds a lane for its whole time limit, so those whose last check failed never get
/// the last free lane: the living are checked in time however many are dead.
/// </summary>
public sealed class TcpProbe : IProbe
{
    /// <summary>With the sockets for echo and datagrams, the prober has six open at once.</summary>
    public const int Lanes = 4;

    private readonly ProbeBook _book;
    private readonly TcpCheck[] _checks;

    /// <param name="checks">By the place of the target in the book; null for those that TCP never checks.</param>
    public TcpProbe(ProbeBook book, TcpCheck[] checks)
    {
        _book = book;
        _checks = checks;
        All = new TcpLane[Lanes];
        for (int i = 0; i < Lanes; i++)
        {
            All[i] = new TcpLane(book, "tcp" + (i + 1).ToString());
        }
    }

    /// <summary>The lanes; each needs a thread.</summary>
    public TcpLane[] All { get; }

    public bool TryStart(int index)
    {
        TcpLane free = null;
        int count = 0;
        for (int i = 0; i < Lanes; i++)
        {
            if (All[i].IsChecking(index))
            {
                return false;
            }

            if (All[i].IsFree)
            {
                free = All[i];
                count++;
            }
        }

        Target target = _book.Targets[index];
        bool isSafe = target.IsKnown && target.Outcome == CheckOutcome.Answered;
        if (count == 0 || (count == 1 && !isSafe))
        {
            return false;
        }

        free.Start(index, _checks[index]);
        return true;
    }

    public void Expire()
    {
        for (int i = 0; i < Lanes; i++)
        {
            All[i].Expire();
        }
    }

    public void Abandon()
    {
        for (int i = 0; i < Lanes; i++)
        {
            All[i].Abandon();
        }
    }
}
