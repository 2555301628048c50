using Appliance.Core.Led;
using FsCheck.Fluent;
using SystemTests.Drivers;

namespace SystemTests.Core;

/// <summary>An address goes through the blinks of the light and comes out at the one who counts.</summary>
public sealed class AddressBlinkerTests
{
    private const int Step = 50;

    [Fact]
    public void AnyAddressIsReadOffItsBlinks() => Cases.ForAll(
        Cases.Bytes(4),
        500,
        octets => Assert.Equal(string.Join('.', octets), Read(new AddressBlinker(string.Join('.', octets)))));

    [Fact]
    public void NoTextMakesItThrowOrRunForEver() => Cases.ForAll(
        Gen.Choose(0, 300).ListOf(40).Select(codes => new string([.. codes.Select(c => (char)c)])),
        500,
        text =>
        {
            var blinker = new AddressBlinker(text);
            Assert.InRange(blinker.Duration, 0, 120_000);
            for (int t = -Step; t < blinker.Duration + Step; t += Step)
                blinker.IsLit(t);
        });

    /// <summary>Counts blinks, and tells a digit from a number by the pause.</summary>
    private static string Read(AddressBlinker blinker)
    {
        var spans = new List<(bool IsLit, int Ms)>();
        for (int t = 0; t < blinker.Duration; t += Step)
        {
            bool isLit = blinker.IsLit(t);
            if (spans.Count > 0 && spans[^1].IsLit == isLit)
                spans[^1] = (isLit, spans[^1].Ms + Step);
            else
                spans.Add((isLit, Step));
        }

        string read = "";
        int count = 0;
        foreach (var (isLit, ms) in spans.Skip(1))
        {
            count += !isLit ? 0 : ms == AddressBlinker.Long ? 10 : 1;
            if (isLit || ms < AddressBlinker.DigitPause)
                continue;
            read += count % 10;
            read += ms == AddressBlinker.NumberPause ? "." : "";
            count = 0;
        }

        return read.TrimEnd('.');
    }
}
