using System;
using Appliance.Core.Alarms;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Alarms;

[TestClass]
public class SensorWatchTests
{
    [TestMethod]
    public void There_is_one_watch_for_each_name_of_each_group()
    {
        MetricBook book = new MetricBook();
        book.Add(NewMetric(Group.Climate, "room", "c", 1));
        book.Add(NewMetric(Group.Climate, "inlet", "c", 1));
        book.Add(NewMetric(Group.Climate, "room", "rh", 1));
        book.Add(NewMetric(Group.Power, "room", "w", 1));
        SensorWatch[] watches = SensorWatch.Of(book);
        Assert.AreEqual(3, watches.Length);
        Assert.AreEqual("room", watches[0].Name);
        Assert.AreEqual("inlet", watches[1].Name);
        Assert.AreEqual((int)Group.Power, (int)watches[2].Group);

        book[2].Fail(Quality.Checksum, 0);
        Assert.IsTrue(watches[0].Step(10_000));
        Assert.IsFalse(watches[1].Step(10_000));
        Assert.IsFalse(watches[2].Step(10_000));
    }

    [TestMethod]
    public void One_bad_reading_is_no_loss()
    {
        Metric metric = NewMetric(Group.Climate, "inlet", "c", 1);
        SensorWatch watch = Watch(metric);
        metric.Fail(Quality.Checksum, 1000);
        Assert.IsFalse(watch.Step(1000));
        metric.Set(1, 2000);
        Assert.IsFalse(watch.Step(2000));
        Assert.IsFalse(watch.Step(60_000));
        Assert.IsFalse(watch.IsLost);
    }

    [TestMethod]
    public void Lost_is_what_fails_for_three_periods_and_it_is_told_once()
    {
        Metric metric = NewMetric(Group.Climate, "inlet", "c", 5);
        SensorWatch watch = Watch(metric);
        metric.Fail(Quality.NotPresent, 1000);
        Assert.IsFalse(watch.Step(15_999));
        metric.Fail(Quality.BusShorted, 16_000);
        Assert.IsTrue(watch.Step(16_000));
        Assert.IsTrue(watch.IsLost);
        Assert.AreEqual((int)Quality.BusShorted, (int)watch.Reason);
        Assert.AreEqual(1000L, watch.Since);
        Assert.IsFalse(watch.Step(17_000));

        metric.Set(1, 18_000);
        Assert.IsTrue(watch.Step(18_000));
        Assert.IsFalse(watch.IsLost);
        Assert.AreEqual((int)Quality.Ok, (int)watch.Reason);
        Assert.AreEqual(18_000L, watch.Since);
        Assert.IsFalse(watch.Step(19_000));
    }

    [TestMethod]
    public void It_is_back_when_all_of_its_metrics_are()
    {
        Metric celsius = NewMetric(Group.Climate, "room", "c", 1);
        Metric humidity = NewMetric(Group.Climate, "room", "rh", 1);
        SensorWatch watch = Watch(celsius, humidity);
        celsius.Fail(Quality.NotPresent, 0);
        humidity.Fail(Quality.NotPresent, 0);
        Assert.IsTrue(watch.Step(10_000));
        celsius.Set(1, 11_000);
        Assert.IsFalse(watch.Step(11_000));
        humidity.Set(1, 12_000);
        Assert.IsTrue(watch.Step(12_000));
    }

    [DataRow((int)Quality.Pending)]
    [DataRow((int)Quality.NotCalibrated)]
    [DataRow((int)Quality.Blackout)]
    [DataRow((int)Quality.SourceMissing)]
    public void What_does_not_blame_the_sensor_is_no_loss(int quality)
    {
        Metric metric = NewMetric(Group.Climate, "inlet", "c", 1);
        SensorWatch watch = Watch(metric);
        metric.Fail(Quality.Timeout, 0);
        metric.Fail((Quality)quality, 1000);
        Assert.IsFalse(watch.Step(100_000));
    }

    [TestMethod]
    public void A_sensor_that_was_lost_before_the_blackout_is_not_back_by_it()
    {
        Metric metric = NewMetric(Group.Power, "mains", "v", 1);
        SensorWatch watch = Watch(metric);
        metric.Fail(Quality.Timeout, 0);
        Assert.IsTrue(watch.Step(10_000));
        metric.Fail(Quality.Blackout, 11_000);
        Assert.IsFalse(watch.Step(11_000));
        Assert.IsTrue(watch.IsLost);
        Assert.IsTrue(watch.Has(Quality.Blackout));
    }

    [TestMethod]
    public void A_sensor_that_answers_but_was_never_calibrated_is_back()
    {
        Metric metric = NewMetric(Group.Power, "clamp", "a", 1);
        SensorWatch watch = Watch(metric);
        metric.Fail(Quality.NotPresent, 0);
        Assert.IsTrue(watch.Step(10_000));
        metric.Fail(Quality.NotCalibrated, 11_000);
        Assert.IsTrue(watch.Step(11_000));
    }

    [TestMethod]
    public void Any_course_of_readings_is_judged_as_in_the_model()
    {
        Random random = new Random(31);
        int changes = 0;
        for (int round = 0; round < 60; round++)
        {
            int period = 1 + random.Next(6);
            Metric[] metrics = new Metric[1 + random.Next(3)];
            for (int i = 0; i < metrics.Length; i++)
            {
                metrics[i] = NewMetric(Group.Climate, "x", "k" + i.ToString(), period);
            }

            SensorWatch watch = Watch(metrics);
            SensorWatchModel model = new SensorWatchModel(metrics.Length, period);
            int mood = 0;
            for (long now = 0; now < 300_000; now += period * 1000)
            {
                mood = random.Next(12) == 0 ? random.Next(3) : mood;
                for (int i = 0; i < metrics.Length; i++)
                {
                    Quality quality = Any(random, mood);
                    metrics[i].Put(quality, 1, now);
                    model.Put(i, quality, now);
                }

                Assert.AreEqual(model.Step(now), watch.Step(now));
                Assert.AreEqual(model.IsLost, watch.IsLost);
                changes += watch.Since == now ? 1 : 0;
            }
        }

        Assert.IsTrue(changes > 60, "sensors have to be lost and found");
    }

    private static Quality Any(Random random, int mood)
    {
        switch (mood)
        {
            case 0:
                return random.Next(20) == 0 ? Quality.Checksum : Quality.Ok;
            case 1:
                return random.Next(20) == 0 ? Quality.Ok : Quality.NotPresent;
            default:
                return (Quality)random.Next(QualityName.Count);
        }
    }

    private static SensorWatch Watch(params Metric[] metrics) => new SensorWatch(metrics[0].Name, metrics);

    private static Metric NewMetric(Group group, string name, string suffix, int period) =>
        new Metric(group, name, suffix, "", 1) { PeriodSeconds = period };
}
