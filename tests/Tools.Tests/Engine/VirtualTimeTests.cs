using VirtualBoard;
using VirtualBoard.Running;
using Xunit;

namespace Tools.Tests.Engine;

public sealed class VirtualTimeTests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Board _board;

    public VirtualTimeTests() => _board = new Board(time: _time);

    public void Dispose()
    {
        _board.Dispose();
        _time.Dispose();
    }

    [Fact]
    public void The_world_goes_on_while_native_calls_hold_a_board_up() => _board.Run(() =>
    {
        var board = Interpreter.Current;
        var news = new Signal(autoReset: true);
        long began = _time.NowMicros;
        int happened = 0;
        for (int i = 1; i <= 1000; i++)
        {
            _time.Schedule(began + (i * 1000), () =>
            {
                happened++;
                board.Set(news);
            });
        }

        for (int i = 0; i < 8; i++)
        {
            board.Reset(news);
            board.Wait([news], -1);
            Assert.InRange(((_time.NowMicros - began) / 1000) - happened, 0, 1);
            board.Spend(100_000);
        }
    });

    [Fact]
    public void What_fell_due_meanwhile_happens_in_its_order_before_the_threads_that_it_wakes()
    {
        var order = new List<string>();
        _board.Run(() =>
        {
            var board = Interpreter.Current;
            var first = new Signal(autoReset: true);
            long began = _time.NowMicros;
            var waiter = board.Start("waiter", () =>
            {
                board.Wait([first], -1);
                order.Add("waiter");
            });
            _time.Schedule(began + 20_000, () => order.Add("second"));
            _time.Schedule(began + 10_000, () =>
            {
                order.Add("first");
                board.Set(first);
            });
            board.Sleep(0);
            board.Spend(50_000);
            board.Wait([waiter.Ended], -1);
        });

        Assert.Equal(["first", "second", "waiter"], order);
    }
}
