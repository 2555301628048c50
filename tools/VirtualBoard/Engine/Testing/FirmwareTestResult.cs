namespace VirtualBoard.Testing;

/// <summary>What came of one call of a set-up, test or clean-up method.</summary>
/// <param name="Class">Full name of the test class.</param>
/// <param name="Method">Method name; with the number of its data row from 0, as in <c>Parses[2]</c>.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">Why it failed or was skipped; empty when passed.</param>
public sealed record FirmwareTestResult(string Class, string Method, FirmwareTestOutcome Outcome, string Message);
