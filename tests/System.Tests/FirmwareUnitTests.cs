using VirtualBoard;
using VirtualBoard.Hosting;
using VirtualBoard.Testing;
using Xunit;

namespace System.Tests;

/// <summary>
/// The tests of <c>tests/Firmware.Tests</c>, each as a case of its own. They run once, in the order of the device's launcher,
/// as the IL that the gate approved, on one virtual board.
/// </summary>
public class FirmwareUnitTests
{
    private static readonly Lazy<Dictionary<string, FirmwareTestResult>> Results = new(Run);

    public static TheoryData<string> Names => [.. Results.Value.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void On_dotnet(string name)
    {
        var result = Results.Value[name];
        Assert.SkipWhen(result.Outcome == FirmwareTestOutcome.Skipped, result.Message);
        Assert.True(result.Outcome == FirmwareTestOutcome.Passed, result.Message);
    }

    private static Dictionary<string, FirmwareTestResult> Run()
    {
        using var board = new Board();
        return FirmwareTests.Run(ApplianceImage.UnitTests.LoadCopy(), board)
            .ToDictionary(r => $"{r.Class["Appliance.Tests.".Length..]}.{r.Method}");
    }
}
