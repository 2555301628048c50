namespace VirtualBoard.Testing;

public enum FirmwareTestOutcome
{
    Passed,
    Failed,
    Skipped,
}
