namespace VirtualBoard.Weaving;

/// <summary>Something that the firmware uses and the virtual board does not have.</summary>
/// <param name="Where">Source file and place when known, otherwise the assembly.</param>
/// <param name="Member">Member of the firmware that needs it.</param>
/// <param name="Message">What is missing and how to mend it.</param>
public sealed record WeaveFinding(string Where, string Member, string Message)
{
    /// <summary>In the form that MSBuild turns into an error of its own.</summary>
    public override string ToString() => $"{Where}: error VB0001: {Member}: {Message}";
}
