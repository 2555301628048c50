using VirtualBoard.Testing;
using Xunit;

namespace Tools.Tests.Devices;

public sealed class FirmwareTestsTests
{
    [Fact]
    public void Methods_run_in_the_order_of_the_device_and_failures_tell_why()
    {
        var results = Run<OrderSample>();

        Assert.Equal(
            [
                "Prepare Passed ",
                "Passes Passed ",
                "Fails Failed AreEqual: Expected <1>, got <2>. one is one",
                "Skips Skipped not here",
                "Throws Failed System.FormatException: bad",
                "NeedsAnInstance Failed System.NullReferenceException",
                "Row[0] Passed ",
                "Row[1] Failed IsTrue: The condition is false.",
                "TidyUp Passed ",
            ],
            results.Select(r => $"{r.Method} {r.Outcome} {r.Message.Split(": Object")[0]}"));
    }

    [Fact]
    public void A_skip_in_the_set_up_skips_the_class()
    {
        var result = Assert.Single(Run<SkippedSample>());

        Assert.Equal(("Prepare", FirmwareTestOutcome.Skipped), (result.Method, result.Outcome));
    }

    private static FirmwareTestResult[] Run<T>()
    {
        using var bench = new Bench();
        return FirmwareTests.Run(typeof(T).Assembly, bench.Board).Where(r => r.Class == typeof(T).FullName).ToArray();
    }
}
