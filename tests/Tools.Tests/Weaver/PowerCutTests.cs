using VirtualBoard;
using VirtualBoard.Running;
using Xunit;

namespace Tools.Tests.Weaver;

public class PowerCutTests
{
    [Theory]
    [InlineData("try { Thread.Sleep(1000); } catch (Exception) { Console.WriteLine(\"caught\"); }")]
    [InlineData("try { Thread.Sleep(1000); } catch { Console.WriteLine(\"caught\"); }")]
    [InlineData("try { Thread.Sleep(1000); } catch (Exception e) when (e.Message.Length > 0) { Console.WriteLine(\"caught\"); }")]
    [InlineData("try { Thread.Sleep(1000); } catch (ArgumentException) { } catch (Exception) { Console.WriteLine(\"caught\"); }")]
    [InlineData("try { Thread.Sleep(1000); } finally { Console.WriteLine(\"finally\"); }")]
    [InlineData("try { try { Thread.Sleep(1000); } finally { Console.WriteLine(\"finally\"); } } catch (Exception) { Console.WriteLine(\"caught\"); }")]
    public void A_power_cut_ends_the_thread_where_it_stands(string wait)
    {
        using var time = TimeBase.Virtual();
        using var board = new Board(time: time);
        var lines = Listen(board);
        Thread? host = null;
        board.ConsoleLine += _ => host = Thread.CurrentThread;
        board.Boot(Fixture.Image($"public static void Main() {{ for (int i = 0; i < 3; i++) {{ Console.WriteLine(\"round\"); {wait} }} }}"));
        time.RunFor(TimeSpan.FromMilliseconds(500));

        board.PowerCut();

        Assert.True(host!.Join(TimeSpan.FromSeconds(20)), "the thread of the firmware is still alive");
        Assert.Equal(["round"], lines);
    }

    [Fact]
    public void Other_exceptions_are_still_caught_and_finally_still_runs()
    {
        using var time = TimeBase.Virtual();
        using var board = new Board(time: time);
        var lines = Listen(board);
        board.Boot(Fixture.Image("""
            public static void Main()
            {
                try { Throw(); } catch (Exception e) { Console.WriteLine("all " + e.Message); }
                try { Throw(); } catch { Console.WriteLine("any"); }
                try { Throw(); } catch (Exception e) when (e.Message == "a") { Console.WriteLine("when"); }
                try { Throw(); } catch (ArgumentException) { Console.WriteLine("argument"); } catch (Exception) { Console.WriteLine("wrong"); }
                try { try { Throw(); } finally { Console.WriteLine("finally"); } } catch { }
                try { Throw(); } catch (Exception e) when (e.Message == "b") { Console.WriteLine("wrong"); } catch (Exception) { Console.WriteLine("next"); }
            }
            private static void Throw() { throw new ArgumentException("a"); }
            """));
        time.RunFor(TimeSpan.FromMilliseconds(10));

        Assert.Equal(["all a", "any", "when", "argument", "finally", "next"], lines);
    }

    private static List<string> Listen(Board board)
    {
        var lines = new List<string>();
        board.ConsoleLine += lines.Add;
        return lines;
    }
}
