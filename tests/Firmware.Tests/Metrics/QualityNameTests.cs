using Appliance.Core.Contract;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Metrics;

[TestClass]
public class QualityNameTests
{
    [DataRow((int)Quality.Ok, "ok")]
    [DataRow((int)Quality.Pending, "pending")]
    [DataRow((int)Quality.NotPresent, "not-present")]
    [DataRow((int)Quality.Checksum, "checksum")]
    [DataRow((int)Quality.OutOfRange, "out-of-range")]
    [DataRow((int)Quality.PowerOn, "power-on")]
    [DataRow((int)Quality.BusShorted, "bus-shorted")]
    [DataRow((int)Quality.Timeout, "timeout")]
    [DataRow((int)Quality.NotCalibrated, "not-calibrated")]
    [DataRow((int)Quality.Stale, "stale")]
    [DataRow((int)Quality.Fault, "fault")]
    [DataRow((int)Quality.WireCut, "wire-cut")]
    [DataRow((int)Quality.WireShorted, "wire-shorted")]
    [DataRow((int)Quality.Blackout, "blackout")]
    [DataRow((int)Quality.Implausible, "implausible")]
    [DataRow((int)Quality.SourceMissing, "source-missing")]
    public void Each_quality_has_its_name(int quality, string expected)
    {
        Assert.AreEqual(expected, QualityName.Of((Quality)quality));
    }

    [TestMethod]
    public void Every_quality_has_a_name_of_its_own()
    {
        Assert.AreEqual((int)Quality.SourceMissing + 1, QualityName.Count);
        for (int i = 0; i < QualityName.Count; i++)
        {
            Assert.IsTrue(TopicLevel.IsValid(QualityName.Of((Quality)i)));
            for (int j = 0; j < i; j++)
            {
                Assert.AreNotEqual(QualityName.Of((Quality)i), QualityName.Of((Quality)j));
            }
        }
    }

    [DataRow((int)Quality.Ok, false, true)]
    [DataRow((int)Quality.Pending, false, false)]
    [DataRow((int)Quality.NotPresent, true, false)]
    [DataRow((int)Quality.Checksum, true, false)]
    [DataRow((int)Quality.OutOfRange, true, false)]
    [DataRow((int)Quality.PowerOn, true, false)]
    [DataRow((int)Quality.BusShorted, true, false)]
    [DataRow((int)Quality.Timeout, true, false)]
    [DataRow((int)Quality.NotCalibrated, false, true)]
    [DataRow((int)Quality.Stale, true, false)]
    [DataRow((int)Quality.Fault, true, false)]
    [DataRow((int)Quality.WireCut, true, false)]
    [DataRow((int)Quality.WireShorted, true, false)]
    [DataRow((int)Quality.Blackout, false, false)]
    [DataRow((int)Quality.Implausible, true, false)]
    [DataRow((int)Quality.SourceMissing, false, true)]
    public void Each_quality_says_whether_the_sensor_is_lost_or_has_answered(int quality, bool isLoss, bool isAnswer)
    {
        Assert.AreEqual(isLoss, ((Quality)quality).IsLoss());
        Assert.AreEqual(isAnswer, ((Quality)quality).IsAnswer());
    }
}
