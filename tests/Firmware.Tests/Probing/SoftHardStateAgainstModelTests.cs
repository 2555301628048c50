using System;
using Appliance.Core.Probing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Probing;

[TestClass]
public class SoftHardStateAgainstModelTests
{
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    [DataRow(6)]
    public void A_chain_of_three_follows_the_rules(int seed)
    {
        Random random = new Random(seed);
        StateLimits limits = new StateLimits(1000, 5 * (2 + random.Next(6)), 1 + random.Next(4), 30, 20);
        SoftHardState[] states = new SoftHardState[3];
        SoftHardModel[] models = new SoftHardModel[3];
        for (int i = 0; i < states.Length; i++)
        {
            states[i] = new SoftHardState(limits, i == 0 ? null : states[i - 1]);
            models[i] = new SoftHardModel(limits, i == 0 ? null : models[i - 1]);
        }

        bool[] seen = new bool[6];
        int[] lossChance = new int[3];
        for (int round = 0; round < 4000; round++)
        {
            int who = random.Next(states.Length);
            if (random.Next(25) == 0)
            {
                // Some times are quiet, some are bad, some are dead.
                lossChance[who] = new[] { 0, 0, 5, 30, 60, 100 }[random.Next(6)];
            }

            bool answered = random.Next(100) >= lossChance[who];
            long micros = random.Next(random.Next(10) == 0 ? 4000 : 1010);
            TargetState before = states[who].State;
            bool wasKnown = states[who].IsKnown;
            bool changed = answered ? states[who].Answered(micros) : states[who].Lost();
            models[who].Check(answered, micros);

            Assert.AreEqual((int)models[who].State, (int)states[who].State);
            Assert.AreEqual((int)models[who].Hard, (int)states[who].Hard);
            Assert.AreEqual(models[who].IsSoft, states[who].IsSoft);
            Assert.AreEqual(models[who].IsFlapping, states[who].IsFlapping);
            Assert.AreEqual(models[who].Bad < limits.Attempts ? models[who].Bad : limits.Attempts, states[who].Attempt);
            Assert.AreEqual(!wasKnown || before != states[who].State, changed);
            seen[(int)states[who].State] = true;
        }

        // With one attempt nothing is ever soft.
        for (int i = 0; i < seen.Length; i++)
        {
            Assert.IsTrue(seen[i] || (i == (int)TargetState.Soft && limits.Attempts == 1));
        }
    }
}
