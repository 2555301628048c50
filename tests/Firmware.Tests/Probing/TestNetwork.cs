using System;
using Appliance.Core.Probing;

namespace Appliance.Tests.Probing;

/// <summary>Targets of which each lies behind up to three of those before it, so that nobody depends on itself.</summary>
internal sealed class TestNetwork
{
    private readonly int[][] _parents;

    public TestNetwork(int size, StateLimits limits, Random random)
    {
        _parents = new int[size][];
        States = new SoftHardState[size];
        for (int i = 0; i < size; i++)
        {
            _parents[i] = Some(i, random);
            States[i] = new SoftHardState(limits);
            SoftHardState[] parents = new SoftHardState[_parents[i].Length];
            for (int p = 0; p < parents.Length; p++)
            {
                parents[p] = States[_parents[i][p]];
            }

            States[i].DependOn(parents);
        }
    }

    public SoftHardState[] States { get; }

    /// <returns>The rules again, over the same parents.</returns>
    public SoftHardModel[] Models(StateLimits limits)
    {
        SoftHardModel[] models = new SoftHardModel[_parents.Length];
        for (int i = 0; i < models.Length; i++)
        {
            SoftHardModel[] parents = new SoftHardModel[_parents[i].Length];
            for (int p = 0; p < parents.Length; p++)
            {
                parents[p] = models[_parents[i][p]];
            }

            models[i] = new SoftHardModel(limits, parents);
        }

        return models;
    }

    /// <returns>True for whom there is a way on which all are alive.</returns>
    public bool HasWay(int who, bool[] alive)
    {
        bool hasWay = _parents[who].Length == 0;
        for (int p = 0; p < _parents[who].Length; p++)
        {
            hasWay |= alive[_parents[who][p]] && HasWay(_parents[who][p], alive);
        }

        return hasWay;
    }

    /// <returns>Up to three different numbers below one, but one below 1.</returns>
    private static int[] Some(int below, Random random)
    {
        int most = below < 3 ? below : 3;
        int[] some = new int[below == 1 ? 1 : random.Next(most + 1)];
        for (int i = 0; i < some.Length; i++)
        {
            do
            {
                some[i] = random.Next(below);
            }
            while ((i > 0 && some[0] == some[i]) || (i > 1 && some[1] == some[i]));
        }

        return some;
    }
}
