using System;
using System.Text;
using Appliance.Core.Contract;
using Appliance.Core.Uplink;
using Appliance.Tests.Journal;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Uplink;

/// <summary>A broker that comes and goes, a board that restarts: in the end it has every number of every session.</summary>
[TestClass]
public class OutboxDeliveryTests
{
    private const int Sessions = 4;
    private const int MostReports = 3000;

    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    public void Whatever_happens_each_number_arrives(int seed) => Live(seed, false);

    [DataRow(6)]
    [DataRow(7)]
    [DataRow(8)]
    [DataRow(9)]
    [DataRow(10)]
    public void A_power_cut_costs_the_end_of_a_session_and_leaves_no_gap(int seed) => Live(seed, true);

    private static void Live(int seed, bool isCut)
    {
        Random random = new Random(seed);
        MemoryStore store = new MemoryStore();
        bool[][] arrived = new bool[Sessions + 1][];
        int[] last = new int[Sessions + 1];
        for (int session = 1; session <= Sessions; session++)
        {
            arrived[session] = new bool[MostReports];
            OutboxRig rig = new OutboxRig(session, 1 + random.Next(6), 2000, store);
            Shipment shipment = new Shipment();
            bool isOnline = false;
            bool isUnderWay = false;
            for (int step = 0; step < 700; step++)
            {
                int what = random.Next(20);
                if (what < 8)
                {
                    Post(rig, random, step);
                }
                else if (what == 8)
                {
                    isOnline = !isOnline;
                    isUnderWay = false;
                    if (isOnline)
                    {
                        rig.Outbox.GoOnline();
                    }
                    else
                    {
                        rig.Outbox.GoOffline();
                    }
                }
                else if (isUnderWay)
                {
                    rig.Outbox.Acknowledge(shipment);
                    isUnderWay = false;
                }
                else if (isOnline && rig.Outbox.Next(shipment))
                {
                    // It has arrived, whether or not the device ever hears of it.
                    Note(OutboxRig.Text(shipment), arrived);
                    isUnderWay = true;
                }
            }

            last[session] = rig.Outbox.LastSequence;
            if (session == Sessions)
            {
                rig.Outbox.GoOffline();
                rig.Outbox.GoOnline();
                while (rig.Outbox.Next(shipment))
                {
                    Note(OutboxRig.Text(shipment), arrived);
                    rig.Outbox.Acknowledge(shipment);
                }

                Assert.AreEqual(0, rig.Outbox.Count);
            }
            else if (!isCut)
            {
                // A restart on purpose: nothing is in memory when it comes.
                rig.Outbox.GoOffline();
                rig.Backlog.Flush();
            }
        }

        for (int session = 1; session <= Sessions; session++)
        {
            Assert.IsTrue(last[session] > 100);
            while (isCut && session < Sessions && !arrived[session][last[session]])
            {
                last[session]--;
            }

            Assert.IsTrue(last[session] > 50);
            for (int sequence = 1; sequence <= last[session]; sequence++)
            {
                Assert.IsTrue(arrived[session][sequence]);
            }
        }
    }

    private static void Post(OutboxRig rig, Random random, int step)
    {
        Stamp stamp = new Stamp(random.Next(3) == 0 ? 0 : 1795246961 + step, step * 1000L);
        switch (random.Next(4))
        {
            case 0:
                rig.Outbox.Post(new PaddedReport("climate", null, random.Next(300)), stamp);
                break;
            case 1:
                rig.Outbox.Post(new PaddedReport("alarm", "inlet", random.Next(30)), stamp);
                break;
            case 2:
                rig.Numbers.Volts = random.Next(1000) - 500;
                rig.Numbers.Count = random.Next(5) - 1;
                rig.Outbox.Post(rig.Numbers, stamp);
                break;
            default:
                rig.Probe.Volts = random.Next(100);
                rig.Outbox.Post(rig.Probe, stamp);
                break;
        }
    }

    /// <summary>Finds every <c>"session":n,"seq":m</c> of a payload.</summary>
    private static void Note(string payload, bool[][] arrived)
    {
        byte[] text = Encoding.UTF8.GetBytes(payload);
        byte[] session = Encoding.UTF8.GetBytes("\"session\":");
        byte[] sequence = Encoding.UTF8.GetBytes(",\"seq\":");
        for (int i = 0; i + session.Length < text.Length; i++)
        {
            if (IsAt(session, text, i))
            {
                int at = i + session.Length;
                int of = Number(text, ref at);
                Assert.IsTrue(IsAt(sequence, text, at));
                at += sequence.Length;
                arrived[of][Number(text, ref at)] = true;
            }
        }
    }

    private static bool IsAt(byte[] what, byte[] text, int at)
    {
        bool isThere = at + what.Length <= text.Length;
        for (int i = 0; isThere && i < what.Length; i++)
        {
            isThere = text[at + i] == what[i];
        }

        return isThere;
    }

    private static int Number(byte[] text, ref int at)
    {
        int number = 0;
        for (; text[at] >= '0' && text[at] <= '9'; at++)
        {
            number = (number * 10) + text[at] - '0';
        }

        return number;
    }
}
