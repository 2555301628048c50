using Appliance.Core.Conditions;
using Appliance.Core.Uplink;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Uplink;

[TestClass]
public class UplinkCauseMeaningTests
{
    [TestMethod]
    public void Each_cause_has_words_of_its_own()
    {
        for (int i = 0; i <= (int)UplinkCause.NoMemory; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Assert.AreNotEqual(UplinkCauseMeaning.Text((UplinkCause)i), UplinkCauseMeaning.Text((UplinkCause)j));
            }
        }

        Assert.AreEqual("no memory", UplinkCauseMeaning.Text(UplinkCause.NoMemory));
        Assert.AreEqual("certificate not accepted", UplinkCauseMeaning.Text(UplinkCause.Untrusted));
    }

    [DataRow(UplinkCause.None, Severity.Ok)]
    [DataRow(UplinkCause.ClockNotSet, Severity.Ok)]
    [DataRow(UplinkCause.Silent, Severity.Ok)]
    [DataRow(UplinkCause.NoTls, Severity.Warning)]
    [DataRow(UplinkCause.CertificateFile, Severity.Warning)]
    [DataRow(UplinkCause.Untrusted, Severity.Warning)]
    [DataRow(UplinkCause.HandshakeRefused, Severity.Warning)]
    [DataRow(UplinkCause.NotAuthorised, Severity.Warning)]
    [DataRow(UplinkCause.Refused, Severity.Warning)]
    [DataRow(UplinkCause.NoAcknowledgement, Severity.Ok)]
    [DataRow(UplinkCause.NoMemory, Severity.Ok)]
    public void What_somebody_has_to_mend_is_a_warning(UplinkCause cause, Severity severity)
    {
        Assert.AreEqual((int)severity, (int)UplinkCauseMeaning.Severity(cause));
    }
}
