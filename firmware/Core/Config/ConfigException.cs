using System;

namespace Appliance.Core.Config;

/// <summary>A configuration file that cannot be used, with the line and what is wrong there.</summary>
public sealed class ConfigException : Exception
{
    public ConfigException(int line, string problem)
        : base("line " + line.ToString() + ": " + problem)
    {
        Line = line;
    }

    /// <summary>Line number from 1; 0 when the file as a whole is meant.</summary>
    public int Line { get; }
}
