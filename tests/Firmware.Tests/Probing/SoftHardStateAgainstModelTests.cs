using System;
using Appliance.Core.Probing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Probing;

[TestClass]
public class SoftHardStateAgainstModelTests
{
    private const int Size = 5;

    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    [DataRow(6)]
    [DataRow(7)]
    [DataRow(8)]
    public void Targets_behind_each_other_follow_the_rules(int seed)
    {
        Random random = new Random(seed);
        StateLimits limits = new StateLimits(1000, 5 * (2 + random.Next(6)), 1 + random.Next(4), 30, 20);
        TestNetwork network = new TestNetwork(Size, limits, random);
        SoftHardModel[] models = network.Models(limits);
        bool[] seen = new bool[6];
        int[] lossChance = new int[Size];
        for (int round = 0; round < 6000; round++)
        {
            int who = random.Next(Size);
            if (random.Next(25) == 0)
            {
                // Some times are quiet, some are bad, some are dead.
                lossChance[who] = new[] { 0, 0, 5, 30, 60, 100 }[random.Next(6)];
            }

            if (random.Next(200) == 0)
            {
                // Or else all parents of one would hardly ever be gone together.
                lossChance = new[] { 100, 100, 100, 100, 100 };
            }

            bool answered = random.Next(100) >= lossChance[who];
            long micros = random.Next(random.Next(10) == 0 ? 4000 : 1010);
            SoftHardState state = network.States[who];
            TargetState before = state.State;
            bool wasKnown = state.IsKnown;
            bool changed = answered ? state.Answered(micros) : state.Lost();
            models[who].Check(answered, micros, round);

            Assert.AreEqual((int)models[who].State, (int)state.State);
            Assert.AreEqual((int)models[who].Hard, (int)state.Hard);
            Assert.AreEqual(models[who].IsSoft, state.IsSoft);
            Assert.AreEqual(models[who].IsFlapping, state.IsFlapping);
            Assert.AreEqual(models[who].Bad < limits.Attempts ? models[who].Bad : limits.Attempts, state.Attempt);
            Assert.AreEqual(!wasKnown || before != state.State, changed);
            seen[(int)state.State] = true;
        }

        // With one attempt it is soft only while its parents are undecided.
        for (int i = 0; i < seen.Length; i++)
        {
            Assert.IsTrue(seen[i] || (i == (int)TargetState.Soft && limits.Attempts == 1));
        }
    }
}
