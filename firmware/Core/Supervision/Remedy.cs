namespace Appliance.Core.Supervision;

/// <summary>What is to be done against a trouble.</summary>
public enum Remedy
{
    Nothing = 0,

    /// <summary>A new thread for the worker.</summary>
    RestartWorker = 1,

    SetUpNetwork = 2,

    RestartDevice = 3,
}
