using System;
using Appliance.Core.Boot;
using Appliance.Core.Supervision;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Boot;

[TestClass]
public class BootLedgerAgainstModelTests
{
    private const int Boots = 10_000;

    private static readonly string[] Reasons =
    {
        RestartReason.Planned, RestartReason.StuckWorker, RestartReason.FailingWorker, RestartReason.Memory,
        RestartReason.Connectivity, RestartReason.Retry, RestartReason.Command, RestartReason.Config,
    };

    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    [DataRow(6)]
    [DataRow(7)]
    [DataRow(8)]
    [DataRow(9)]
    [DataRow(10)]
    public void Any_course_of_starts_and_cuts_is_as_in_the_model(int seed)
    {
        Random random = new Random(seed);
        BootModel model = new BootModel(Boots);
        RestartTimes own = new RestartTimes(Boots, 6);
        RestartTimes forConnectivity = new RestartTimes(Boots, 3);
        byte[] file = null;
        string left = "power";
        int session = 0;
        int sequence = 0;
        int mode = 0;
        long wall = 0;
        int[] seen = new int[4];
        for (int boot = 0; boot < Boots; boot++)
        {
            mode = random.Next(30) == 0 ? random.Next(3) : mode;
            bool isLost = boot == 0 || random.Next(1000) == 0;
            if (isLost)
            {
                file = file == null || random.Next(2) == 0 ? null : Cut(file, random);
                model.Forget();
                own.Forget();
                forConnectivity.Forget();
                left = "power";
                sequence = 0;
            }

            BootLedger ledger = BootLedger.Begin(file, isLost ? session : random.Next(session + 1));
            Assert.AreEqual(isLost, ledger.IsLost);
            Assert.AreEqual(session + 1, ledger.Session);
            Assert.AreEqual(left, ledger.Boot);
            Assert.AreEqual(sequence, ledger.FormerSequence);
            Assert.AreEqual(model.Failed + 1, ledger.Failed);
            Assert.AreEqual(model.Restarts, ledger.Restarts);
            Assert.AreEqual(model.Starts, ledger.Starts);
            Assert.AreEqual((int)model.Rung, (int)ledger.Rung);
            if (!isLost && random.Next(20) == 0)
            {
                // The mains fails before the number is on flash: nobody has seen it.
                continue;
            }

            file = ledger.ToFile();
            session = ledger.Session;
            sequence = 0;
            left = "power";
            seen[(int)ledger.Rung]++;
            long length = Length(random, mode);
            bool isOn = true;
            bool isGood = false;
            bool isDay = false;
            if (length >= 60_000)
            {
                ledger.MarkGood();
                ledger.Sequence = random.Next(100_000);
                isOn = random.Next(50) > 0;
                isGood = isOn;
                file = isOn ? ledger.ToFile() : file;
                sequence = isOn ? ledger.Sequence : 0;
                length = isOn ? length : 60_000;
            }

            if (isOn && length >= 86_400_000)
            {
                Assert.AreEqual(model.Restarts > 0 || model.Starts > 0, ledger.Forget(86_400_000));
                isOn = random.Next(50) > 0;
                isDay = isOn;
                file = isOn ? ledger.ToFile() : file;
                length = isOn ? length : 86_400_000;
            }

            Assert.AreEqual(isGood && ledger.Rung != BootRung.Full && length >= model.RetryMs, isOn && ledger.IsRetryDue(length));
            string reason = Reasons[random.Next(Reasons.Length)];
            bool isAsked = reason == "command" || reason == "config";
            bool may = RestartPolicy.May(ledger, reason, length);
            if (isOn)
            {
                int most = reason == "connectivity" ? 3 : 6;
                Assert.AreEqual(isAsked || length >= 86_400_000 || model.Restarts < most, may);
            }

            wall += length;
            bool leaves = isOn && may && random.Next(3) > 0;
            if (leaves)
            {
                ledger.Leave(reason, length);
                ledger.Leave("another", length);
                if (!isAsked)
                {
                    own.Add(wall);
                }

                if (reason == "connectivity")
                {
                    forConnectivity.Add(wall);
                }

                file = ledger.ToFile();
                left = reason;
            }

            model.Add(isGood, isDay, leaves && !isAsked, leaves && isAsked);
            wall += random.Next(4) == 0 ? random.Next(40_000_000) : 0;
        }

        for (int i = 0; i < seen.Length; i++)
        {
            Assert.IsTrue(seen[i] > 20, "rung " + i.ToString());
        }
    }

    /// <summary>Some times the mains bounces, some times it is bad, some times it is good.</summary>
    private static long Length(Random random, int mode)
    {
        switch (mode)
        {
            case 0:
                return random.Next(61_000);
            case 1:
                return random.Next(3) == 0 ? random.Next(100_000) : random.Next(24) * 1_000_000L;
            default:
                return random.Next(3) == 0 ? random.Next(100_000) : 1000L * random.Next(300_000);
        }
    }

    private static byte[] Cut(byte[] file, Random random)
    {
        byte[] cut = new byte[random.Next(file.Length - 1)];
        Array.Copy(file, cut, cut.Length);
        return cut;
    }
}
