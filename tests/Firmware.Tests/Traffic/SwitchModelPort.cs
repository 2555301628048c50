namespace Appliance.Tests.Traffic;

/// <summary>A row of a switch's tables.</summary>
internal sealed class SwitchModelPort
{
    public SwitchModelPort(uint index, string name)
    {
        Index = index;
        Name = name;
    }

    public uint Index { get; set; }

    /// <summary>ifName.</summary>
    public string Name { get; set; }

    /// <summary>ifOperStatus.</summary>
    public int Status { get; set; } = 1;

    /// <summary>ifHCInOctets.</summary>
    public ulong In { get; set; }

    /// <summary>ifHCOutOctets.</summary>
    public ulong Out { get; set; }

    /// <summary>The two above are missing, as on old switches.</summary>
    public bool HasNoOctets { get; set; }

    /// <summary>The one below is missing.</summary>
    public bool HasNoErrors { get; set; }

    /// <summary>ifInErrors.</summary>
    public uint Errors { get; set; }

    /// <summary>ifCounterDiscontinuityTime.</summary>
    public uint Discontinuity { get; set; }

    /// <summary>ifHighSpeed, Mb/s.</summary>
    public uint Speed { get; set; } = 1000;
}
