using System.Security.Authentication;
using System.Threading.Channels;
using VirtualBoard.Running;

namespace VirtualBoard.Net;

/// <summary>One direction of a relayed connection: bytes in order, each after the delay, none while the path is cut.</summary>
internal sealed class RelayLine(TimeBase time, OwedAnswers answers, LinkRelay relay, bool outward)
{
    private readonly Channel<(byte[] Data, Task Due)> _parcels =
        Channel.CreateUnbounded<(byte[] Data, Task Due)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Lock _gate = new();
    private IFrameReader? _frames;
    private byte[]? _insertion;

    internal event Action? Delivered;

    internal void Watch(IFrameReader frames)
    {
        lock (_gate)
            _frames = frames;
    }

    internal void Insert(byte[] message)
    {
        lock (_gate)
        {
            if (_frames is not { } frames)
                throw new InvalidOperationException("Watch the messages first, so that the end of one is known.");
            if (frames.IsAtBoundary)
                Post(message);
            else
                _insertion = message;
        }
    }

    /// <summary>Carries bytes until the source ends and everything before its end has been handed over.</summary>
    internal Task Carry(Stream from, Stream to, CancellationToken gone) => Task.WhenAll(Collect(from, gone), Deliver(to, gone));

    private async Task Collect(Stream from, CancellationToken gone)
    {
        byte[] buffer = new byte[16_384];
        try
        {
            int length;
            while ((length = await from.ReadAsync(buffer, gone).ConfigureAwait(false)) > 0)
            {
                lock (_gate)
                {
                    Post(buffer[..length]);
                    _frames?.Read(buffer.AsSpan(0, length));
                    if (_insertion is { } waiting && _frames is { IsAtBoundary: true })
                    {
                        Post(waiting);
                        _insertion = null;
                    }
                }
            }
        }
        catch (Exception e) when (IsEnd(e))
        {
            // A reset ends the line as a close does, and so does a TLS alert.
        }
        finally
        {
            _parcels.Writer.TryComplete();
        }
    }

    private static bool IsEnd(Exception e) => e is IOException or ObjectDisposedException or AuthenticationException;

    private void Post(byte[] data)
    {
        var delay = outward ? relay.DelayOut : relay.DelayIn;
        _parcels.Writer.TryWrite((data, delay > TimeSpan.Zero ? After(delay) : Task.CompletedTask));
    }

    private Task After(TimeSpan delay)
    {
        var due = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (time.Gate)
        {
            // In one step, or time could run past the moment before it is scheduled.
            answers.Delay();
            time.Schedule(time.NowMicros + (long)delay.TotalMicroseconds, () =>
            {
                answers.Arrive();
                due.SetResult();
            });
        }

        return due.Task;
    }

    private async Task Deliver(Stream to, CancellationToken gone)
    {
        try
        {
            await foreach (var (data, due) in _parcels.Reader.ReadAllAsync(gone).ConfigureAwait(false))
            {
                await due.WaitAsync(gone).ConfigureAwait(false);
                await relay.WhenOpen(gone).ConfigureAwait(false);
                await to.WriteAsync(data, gone).ConfigureAwait(false);
                relay.Passed(data.Length, outward);
                Delivered?.Invoke();
            }

            await relay.WhenOpen(gone).ConfigureAwait(false);
        }
        catch (Exception e) when (IsEnd(e))
        {
            // The receiver is gone; what was meant for it is lost.
        }
    }
}
