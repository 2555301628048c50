using VirtualBoard.Running;

namespace VirtualBoard.Net;

/// <summary>
/// The time client of the image: asks as soon as there is an address, then hourly, and sets the board's clock when the
/// network has a time server. It lives below the interpreter and needs no thread of it.
/// </summary>
public sealed class NetworkTime
{
    private const long AnswerMicros = 50_000;
    private const long RetryMicros = 15_000_000;
    private const long HourMicros = 3_600_000_000;
    private readonly Board _board;
    private Deadline? _next;

    internal NetworkTime(Board board)
    {
        _board = board;
        board.Link.Changed += up =>
        {
            if (up && IsStarted)
                Ask(AnswerMicros);
        };
    }

    public bool IsStarted { get; private set; }

    public string Server1 { get; set; } = string.Empty;

    public string Server2 { get; set; } = string.Empty;

    /// <summary>How often the clock was set in this boot.</summary>
    public int Updates { get; private set; }

    public void Start()
    {
        IsStarted = true;
        Ask(AnswerMicros);
    }

    public void Stop()
    {
        IsStarted = false;
        _next?.Cancel();
    }

    /// <summary>Asks now, without regard to the hourly rhythm.</summary>
    public void UpdateNow() => Ask(AnswerMicros);

    internal void Boot()
    {
        Server1 = "0.pool.ntp.org";
        Server2 = "1.pool.ntp.org";
        Updates = 0;
        Start();
    }

    internal void Halt() => Stop();

    private void Ask(long afterMicros)
    {
        _next?.Cancel();
        _next = _board.Time.Schedule(_board.Time.NowMicros + afterMicros, Answer);
    }

    private void Answer()
    {
        bool answered = _board.Link is { IsUp: true, HasTimeServer: true };
        if (answered)
        {
            _board.Clock.UtcNow = _board.Time.UtcNow;
            Updates++;
        }

        if (IsStarted)
            Ask(answered ? HourMicros : RetryMicros);
    }
}
