using System.Collections;
using System.Text;
using Appliance.App.Storage;
using VirtualBoard.Running;
using Hardware = VirtualBoard.Board;

namespace SystemTests;

/// <summary>The memory of alarms in flash: complete, rarely written, and never in the way.</summary>
public sealed class StandingAlarmsTests : IDisposable
{
    private const string Path = "ixp/alarms";

    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Hardware _board;

    public StandingAlarmsTests()
    {
        _board = new Hardware(time: _time);
        _board.Flash.CreateDirectory("ixp");
    }

    public void Dispose()
    {
        _board.Dispose();
        _time.Dispose();
    }

    [Fact]
    public void WhatWasAddedIsThereAfterAStartAndWhatWasNotKeptIsNot()
    {
        _board.Run(() =>
        {
            var standing = StandingAlarms.Read();
            Assert.Equal(0, standing.Count);
            standing.Add("inlet", false);
            standing.Add("mains", true);
            standing.Add("inlet", false);
            standing.Save();
        });
        Assert.Equal("inlet\nmains!\n", Text());

        _board.Run(() =>
        {
            var standing = StandingAlarms.Read();
            Assert.Equal(2, standing.Count);
            Assert.True(standing.Contains("inlet") && standing.Contains("mains"));
            Assert.Equal((false, true), (standing.IsLatched("inlet"), standing.IsLatched("mains")));
            standing.Keep(["mains"]);
        });
        Assert.Equal("mains!\n", Text());

        _board.Run(() =>
        {
            var standing = StandingAlarms.Read();
            standing.Unlatch("mains");
            standing.Save();
        });
        Assert.Equal("mains\n", Text());
    }

    [Fact]
    public void NothingIsWrittenUnlessANameComesOrGoes()
    {
        _board.Run(() => Save("inlet"));
        long writes = _board.Flash.Writes;
        _board.Run(() =>
        {
            Save("inlet");
            StandingAlarms.Read().Keep(new ArrayList { "inlet" });
        });
        Assert.Equal(writes, _board.Flash.Writes);
    }

    [Fact]
    public void FlashThatCannotBeWrittenCostsTheMemoryAndNothingElse()
    {
        _board.Flash.FailsWrites = true;
        _board.Run(() =>
        {
            var standing = StandingAlarms.Read();
            standing.Add("inlet", false);
            standing.Save();
            Assert.True(standing.Contains("inlet"));
            Assert.Equal(0, StandingAlarms.Read().Count);
        });
    }

    [Fact]
    public void AnyBytesAreReadAsTheNamesAmongThem()
    {
        // A zero ends a string of the device, and with it what could be read of the file.
        Random random = new(5);
        for (int i = 0; i < 300; i++)
        {
            byte[] bytes = [.. Enumerable.Range(0, random.Next(80)).Select(_ => (byte)random.Next(1, 256))];
            _board.Flash.WriteFile(Path, [.. bytes, .. "\ninlet\n"u8]);
            _board.Run(() => Assert.True(StandingAlarms.Read().Contains("inlet")));
        }
    }

    private static void Save(string name)
    {
        var standing = StandingAlarms.Read();
        standing.Add(name, false);
        standing.Save();
    }

    private string Text() => Encoding.UTF8.GetString(_board.Flash.ReadFile(Path));
}
