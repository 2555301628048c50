using Appliance.Core.Alarms;
using Appliance.Core.Conditions;
using Appliance.Core.Metrics;
using FsCheck;
using FsCheck.Fluent;
using Ixp.Benchmarks;
using SystemTests.Drivers;

namespace SystemTests.Core;

/// <summary>The alarm of a metric against its rules told another way, and what must hold of it whatever comes.</summary>
public sealed class LimitWatchTests
{
    private static readonly Gen<long?> Limit =
        Gen.Frequency((1, Gen.Constant((long?)null)), (4, Gen.Choose(-30, 30).Select(v => (long?)v)));

    private static readonly Gen<LimitPlan> Plans =
        from limits in Limit.ArrayOf(4)
        from change in Gen.Frequency((2, Gen.Constant((long?)null)), (1, Gen.Choose(0, 20).Select(v => (long?)v)))
        from hysteresis in Gen.Choose(0, 8)
        from trip in Gen.Elements(0, 0, 1, 5, 60, 14_400)
        from clear in Gen.Elements(0, 0, 1, 5, 60, 14_400)
        from latches in Gen.Elements(false, true)
        select new LimitPlan(limits[0], limits[1], limits[2], limits[3], change, hysteresis, trip, clear, latches);

    /// <summary>Values that wander, as those of a rack do, with failures now and then.</summary>
    private static readonly Gen<Step[]> Steps =
        (from wait in Gen.Frequency((6, Gen.Constant(1000)), (2, Gen.Choose(10, 5000)), (1, Gen.Choose(10_000, 120_000)), (1, Gen.Constant(4_000_000)))
         from move in Gen.Frequency((5, Gen.Choose(-3, 3)), (1, Gen.Choose(-40, 40)))
         from quality in Gen.Frequency((12, Gen.Constant(Quality.Ok)), (2, Gen.Constant(Quality.Checksum)), (1, Gen.Elements(Enum.GetValues<Quality>())))
         from mains in Gen.Frequency((10, Gen.Constant(1)), (1, Gen.Elements(0, -1, -2)))
         from acknowledges in Gen.Frequency((8, Gen.Constant(false)), (1, Gen.Constant(true)))
         select new Step(wait, move, quality, mains, acknowledges)).ArrayOf(60);

    [Fact]
    public void AnySequenceGivesTheStatesOfTheModel() => Cases.ForAll(Plans.Zip(Steps), 2000, c =>
    {
        var (plan, steps) = c;
        var rig = new Rig(plan);
        var model = new LimitModel(plan);
        foreach (var step in steps)
        {
            bool wasLatched = rig.Watch.IsLatched;
            var before = rig.Watch.Severity;
            var look = rig.Take(step, out bool hasNews);
            Assert.Equal(hasNews, (before, wasLatched) != (rig.Watch.Severity, rig.Watch.IsLatched));
            if (look.IsAcknowledged)
                Assert.Equal(rig.Watch.IsRaised, rig.Watch.Acknowledge(look.At));
            model.Look(look);
            Assert.Equal((model.Severity, model.IsLatched), (rig.Watch.Severity, rig.Watch.IsLatched));
        }
    });

    [Fact]
    public void LimitsFurtherOutAreNeverWorse() => Cases.ForAll(Plans.Zip(Steps).Zip(Gen.Choose(0, 10)), 1000, c =>
    {
        var ((plan, steps), by) = c;
        plan = plan with { Hysteresis = 0, ClearSeconds = plan.TripSeconds, Latches = false };
        var near = new Rig(plan);
        var far = new Rig(plan with
        {
            LowCritical = plan.LowCritical - by, LowWarning = plan.LowWarning - by,
            HighWarning = plan.HighWarning + by, HighCritical = plan.HighCritical + by, Change = plan.Change + by,
        });

        // With delays the two may go different ways for a while; without them never.
        if (plan.TripSeconds > 0)
            return;
        foreach (var step in steps)
        {
            near.Take(step, out _);
            far.Take(step, out _);
            Assert.True(far.Watch.Severity <= near.Watch.Severity);
        }
    });

    [Fact]
    public void NothingFlapsWithinTheHysteresis() => Cases.ForAll(
        Gen.Choose(1, 20).Zip(Gen.Choose(0, 100).ArrayOf(50)),
        1000,
        c =>
        {
            var (hysteresis, shares) = c;
            var rig = new Rig(new LimitPlan(null, null, 100, null, null, hysteresis, 0, 0, false));
            rig.Put(101);
            foreach (int share in shares)
            {
                // Anywhere from the limit to just above where it ends.
                rig.Put(101 - ((hysteresis * share) / 101));
                Assert.Equal(Severity.Warning, rig.Watch.Severity);
            }

            rig.Put(100 - hysteresis);
            Assert.Equal(Severity.Ok, rig.Watch.Severity);
            foreach (int share in shares)
            {
                rig.Put(100 - ((hysteresis * share) / 100));
                Assert.Equal(Severity.Ok, rig.Watch.Severity);
            }
        });

    [Fact]
    public void ADelayOfFourHoursIsFourHours()
    {
        var rig = new Rig(new LimitPlan(null, null, 10, null, null, 0, 14_400, 14_400, false));
        for (int second = 0; second < 14_400; second++)
            Assert.Equal(Severity.Ok, rig.Put(11));
        Assert.Equal(Severity.Warning, rig.Put(11));
        for (int second = 0; second < 14_400; second++)
            Assert.Equal(Severity.Warning, rig.Put(10));
        Assert.Equal(Severity.Ok, rig.Put(10));
    }

    [Fact]
    public void SixtyAlarmsAllocateNothing()
    {
        var cost = AlarmCost.Measure(60, 600);
        Assert.True(cost.Changes > 600);
        Assert.Equal(0, cost.Bytes);
    }

    internal sealed record Step(int WaitMs, int Move, Quality Quality, int Mains, bool Acknowledges);

    /// <summary>A metric with its alarm, inhibited by the mains.</summary>
    private sealed class Rig
    {
        private readonly Metric _metric = new(Group.Climate, "inlet", "c", "°C", 1) { PeriodSeconds = 1 };
        private readonly Metric _mains = new(Group.Power, "mains", "present", "", 0);
        private long _now = 1000;
        private long _value;
        private long _failedFrom = -1;

        public Rig(LimitPlan plan)
        {
            _metric.Limits = plan.ToLimits();
            _mains.Set(1, 0);
            Watch = new LimitWatch(_metric, _mains, null);
        }

        public LimitWatch Watch { get; }

        public Severity Put(long value)
        {
            _now += 1000;
            _metric.Set(value, _now);
            Watch.Step(_now);
            return Watch.Severity;
        }

        public LimitLook Take(Step step, out bool hasNews)
        {
            _now += step.WaitMs;
            _value += step.Move;
            _metric.Put(step.Quality, _value, _now);
            _mains.Put(step.Mains switch { -1 => Quality.Timeout, -2 => Quality.Checksum, _ => Quality.Ok }, step.Mains, _now);
            hasNews = Watch.Step(_now);

            bool isLoss = step.Quality is not (Quality.Ok or Quality.Pending or Quality.NotCalibrated or Quality.Blackout or Quality.SourceMissing);
            _failedFrom = !isLoss ? -1 : _failedFrom < 0 ? _now : _failedFrom;
            bool isGap = step.Quality != Quality.Ok && (!isLoss || _now - _failedFrom >= 10_000);
            return new LimitLook(_now, _value, step.Quality == Quality.Ok, isGap, step.Mains is 0 or -1, step.Acknowledges);
        }
    }
}
