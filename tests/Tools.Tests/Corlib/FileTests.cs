extern alias corlib;

using System.Text;
using VirtualBoard;
using VirtualBoard.Running;
using Xunit;
using Directory = corlib::System.IO.Directory;
using DriveInfo = corlib::System.IO.DriveInfo;
using File = corlib::System.IO.File;
using FileStream = corlib::System.IO.FileStream;
using Thread = corlib::System.Threading.Thread;

namespace Tools.Tests.Corlib;

public sealed class FileTests : IDisposable
{
    private const string Log = @"I:\log\0001.txt";
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Board _board;

    public FileTests()
    {
        _board = new Board(time: _time);
        _board.Run(() => Directory.CreateDirectory(@"I:\log"));
    }

    public void Dispose()
    {
        _board.Dispose();
        _time.Dispose();
    }

    [Fact]
    public void What_was_written_is_read() => _board.Run(() =>
    {
        File.WriteAllText(Log, "32 °C");
        File.AppendAllText(Log, ", 33 °C");

        Assert.Equal("32 °C, 33 °C", File.ReadAllText(Log));
        Assert.Equal([Log], Directory.GetFiles(@"I:\log"));
    });

    [Fact]
    public void A_power_cut_loses_what_was_flushed_but_not_closed()
    {
        _board.Run(() => File.WriteAllText(Log, "old"));
        Leave(() =>
        {
            using var stream = new FileStream(Log, FileMode.Append, FileAccess.Write);
            stream.Write(Encoding.UTF8.GetBytes(" and new"), 0, 8);
            stream.Flush();
            Thread.Sleep(-1);
        });
        _board.PowerCut();

        Assert.Equal("old", Encoding.UTF8.GetString(_board.Flash.ReadFile("log/0001.txt")));
    }

    [Fact]
    public void A_new_file_that_was_not_closed_is_there_but_empty()
    {
        Leave(() =>
        {
            using var stream = new FileStream(Log, FileMode.Create);
            stream.WriteByte(1);
            Thread.Sleep(-1);
        });
        _board.PowerCut();

        Assert.Empty(_board.Flash.ReadFile("log/0001.txt"));
    }

    [Fact]
    public void Move_onto_an_existing_file_is_refused() => _board.Run(() =>
    {
        File.WriteAllText(Log, "old");
        File.WriteAllText(@"I:\log\new", "new");

        Assert.Throws<IOException>(() => File.Move(@"I:\log\new", Log));
        File.Delete(Log);
        File.Move(@"I:\log\new", Log);
        Assert.Equal("new", File.ReadAllText(Log));
    });

    [Fact]
    public void Append_text_begins_at_the_start_of_the_file() => _board.Run(() =>
    {
        File.WriteAllText(Log, "abcdef");
        using (var writer = File.AppendText(Log))
            writer.Write("X");

        Assert.Equal("Xbcdef", File.ReadAllText(Log));
    });

    [Fact]
    public void Append_mode_refuses_to_go_back() => _board.Run(() =>
    {
        File.WriteAllText(Log, "abc");
        using var stream = new FileStream(Log, FileMode.Append, FileAccess.Write);

        Assert.Equal(3, stream.Position);
        Assert.Throws<IOException>(() => stream.Seek(2, SeekOrigin.Begin));
    });

    [Fact]
    public void A_missing_file_is_a_plain_IOException() => _board.Run(() =>
    {
        var e = Assert.Throws<IOException>(() => File.OpenRead(@"I:\log\none"));
        Assert.Equal(unchecked((int)0xE2000000), e.HResult);
    });

    [Fact]
    public void Open_read_shares_with_nobody() => _board.Run(() =>
    {
        File.WriteAllText(Log, "abc");
        using var first = File.OpenRead(Log);

        Assert.Throws<IOException>(() => File.OpenRead(Log));
    });

    [Fact]
    public void Writing_more_than_fits_is_refused_and_the_old_content_stays() => _board.Run(() =>
    {
        File.WriteAllText(Log, "old");
        byte[] chunk = new byte[4096];
        var stream = new FileStream(Log, FileMode.Create, FileAccess.Write);

        Assert.Throws<IOException>(() =>
        {
            for (int i = 0; i < 1000; i++)
                stream.Write(chunk, 0, chunk.Length);
        });
        Assert.Equal("old", Encoding.UTF8.GetString(_board.Flash.ReadFile("log/0001.txt")));
    });

    [Fact]
    public void The_drive_tells_nothing() => _board.Run(() =>
    {
        Assert.Equal(-1, new DriveInfo("I").TotalSize);
        Assert.Throws<NotSupportedException>(() => new DriveInfo("I").Format("LITTLEFS", 0));
        Assert.Throws<IOException>(() => new DriveInfo("D"));
    });

    [Fact]
    public void Text_is_read_by_lines() => _board.Run(() =>
    {
        File.WriteAllText(Log, "one\r\ntwo\n\nfour");
        using var reader = File.OpenText(Log);

        Assert.Equal("one", reader.ReadLine());
        Assert.Equal("two", reader.ReadLine());
        Assert.Equal(string.Empty, reader.ReadLine());
        Assert.Equal("four", reader.ReadLine());
        Assert.Null(reader.ReadLine());
    });

    [Fact]
    public void The_board_keeps_its_network_settings_in_the_root() => _board.Run(() =>
        Assert.Contains(@"I:\con_network_0.sys", Directory.GetFiles(@"I:\")));

    /// <summary>Starts a thread and returns when it waits.</summary>
    private void Leave(ThreadStart body) => _board.Run(() =>
    {
        new Thread(body).Start();
        Thread.Sleep(100);
    });
}
