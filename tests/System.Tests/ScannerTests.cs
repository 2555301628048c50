using Appliance.App.Scanning;
using Appliance.Core.Contract;
using Appliance.Core.Metrics;
using Appliance.Core.Scan;
using Appliance.Core.Scheduling;
using Appliance.Drivers;
using Appliance.Drivers.Scan;

namespace SystemTests;

/// <summary>When the buses are scanned, and who is told.</summary>
public sealed class ScannerTests : IBusScan, IScanListener, IWaker
{
    private readonly MetaPayload _meta = new(new MetricBook(), []);
    private readonly Metric _metric = new(Group.Climate, "inlet", "c", "°C", 2);
    private readonly Scanner _scanner;
    private readonly List<FoundParts> _told = [];
    private int _requests;
    private int _wakes;
    private int _slave = 3;

    public ScannerTests()
    {
        _scanner = new Scanner([this], [new Silent(_metric)], _meta, this);
    }

    public bool IsRunning { get; private set; }

    [Fact]
    public void FirstScanWaitsForTheFirstReadings()
    {
        _scanner.Step(14_000);
        Assert.Equal(0, _requests);
        _metric.Fail(Quality.NotPresent, 14_500);
        _scanner.Step(14_500);
        Assert.Equal(1, _requests);
    }

    [Fact]
    public void FirstScanDoesNotWaitForeverAndComesOnce()
    {
        _scanner.Step(15_000);
        Assert.Equal(1, _requests);
        IsRunning = false;
        _scanner.Step(16_000);
        _scanner.Step(1_000_000);
        Assert.Equal(1, _requests);
        Assert.True(_meta.Found.IsComplete);
        Assert.Equal(1, _meta.Found.Count);
    }

    [Fact]
    public void UplinkIsWokenOnlyForNews()
    {
        Scan();
        var first = _meta.Found;
        Scan();
        Assert.Same(first, _meta.Found);
        Assert.Equal(1, _wakes);
        _slave = 4;
        Scan();
        Assert.NotSame(first, _meta.Found);
        Assert.Equal(2, _wakes);
        Assert.Equal(3, _told.Count);
    }

    [Fact]
    public void ScanThatHangsEndsIncomplete()
    {
        Assert.True(_scanner.TryBegin(this, 0));
        Assert.Equal(60_000, _scanner.Step(59_999));
        Assert.Empty(_told);
        _scanner.Step(60_000);
        Assert.False(Assert.Single(_told).IsComplete);
    }

    [Fact]
    public void WhoAsksIsToldOfAScanOfHisOwn()
    {
        _scanner.Step(15_000);
        Assert.True(_scanner.TryBegin(this, 15_100));
        Assert.Equal(2, _requests);
        Assert.False(_scanner.TryBegin(this, 15_200));
        Assert.False(_scanner.TryBegin(null, 15_300));
        Assert.Equal(2, _requests);
        IsRunning = false;
        _scanner.Step(15_400);
        _scanner.Step(15_500);
        Assert.Single(_told);
    }

    void IBusScan.Request()
    {
        _requests++;
        IsRunning = true;
    }

    void IBusScan.AddTo(FoundParts found) => found.Add(FoundPart.Modbus("com2", _slave));

    void IScanListener.TakeFound(FoundParts found) => _told.Add(found);

    void IWaker.Wake() => _wakes++;

    private void Scan()
    {
        Assert.True(_scanner.TryBegin(this, 0));
        IsRunning = false;
        _scanner.Step(1);
    }

    /// <summary>A sensor that never reads anything.</summary>
    private sealed class Silent(Metric metric) : Sensor("silent", 1000, [metric])
    {
        public override long Step(long now) => long.MaxValue;
    }
}
