using System;
using Appliance.Core.Probing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Probing;

[TestClass]
public class SoftHardStateOutageTests
{
    private const int Size = 7;

    [TestMethod]
    public void Down_are_the_dead_that_could_be_reached_and_nobody_else_is_accused_before()
    {
        Random random = new Random(4);
        int[] ends = new int[6];
        for (int round = 0; round < 150; round++)
        {
            TestNetwork network = new TestNetwork(Size, new StateLimits(1000, 20, 1 + random.Next(4), 30, 20), random);
            bool[] alive = new bool[Size];
            for (int i = 0; i < Size; i++)
            {
                network.States[i].Answered(840);
                alive[i] = random.Next(3) > 0;
            }

            // All of it happens at once; who is asked first, and how often, is chance.
            for (int check = 0; check < 60 * Size; check++)
            {
                Check(network, random.Next(Size), alive);
            }

            for (int i = 0; i < Size; i++)
            {
                TargetState expected = network.HasWay(i, alive) ? alive[i] ? TargetState.Up : TargetState.Down : TargetState.Unreachable;
                Assert.AreEqual((int)expected, (int)network.States[i].State);
                ends[(int)expected]++;
            }

            alive = new[] { true, true, true, true, true, true, true };
            for (int i = Size - 1; i >= 0; i--)
            {
                Check(network, i, alive);
                Assert.AreEqual((int)TargetState.Up, (int)network.States[i].State);
            }
        }

        Assert.IsTrue(ends[(int)TargetState.Up] > 100);
        Assert.IsTrue(ends[(int)TargetState.Down] > 100);
        Assert.IsTrue(ends[(int)TargetState.Unreachable] > 100);
    }

    private static void Check(TestNetwork network, int who, bool[] alive)
    {
        bool hasWay = network.HasWay(who, alive);
        if (hasWay && alive[who])
        {
            network.States[who].Answered(840);
            return;
        }

        network.States[who].Lost();
        Assert.IsTrue(hasWay || network.States[who].Hard != TargetState.Down);
    }
}
