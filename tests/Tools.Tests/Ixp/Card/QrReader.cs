using System.Globalization;
using System.Text.RegularExpressions;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace Tools.Tests.Ixp.Card;

/// <summary>Reads a QR code out of its drawing, as a phone does from paper.</summary>
internal static partial class QrReader
{
    private const int DotsAModule = 6;

    /// <param name="html">Holds one drawing of bars: where each begins, and how long it is.</param>
    public static string? Read(string html)
    {
        int modules = int.Parse(Size().Match(html).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        int width = modules * DotsAModule;
        byte[] light = new byte[width * width];
        Array.Fill(light, byte.MaxValue);
        foreach (Match bar in Bar().Matches(html))
        {
            int[] at = [.. bar.Groups.Values.Skip(1).Select(g => int.Parse(g.ValueSpan, CultureInfo.InvariantCulture) * DotsAModule)];
            for (int y = at[1]; y < at[1] + DotsAModule; y++)
                Array.Fill(light, byte.MinValue, (y * width) + at[0], at[2]);
        }

        var source = new RGBLuminanceSource(light, width, width, RGBLuminanceSource.BitmapFormat.Gray8);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)))?.Text;
    }

    [GeneratedRegex("viewBox=\"0 0 ([0-9]+) [0-9]+\" shape-rendering", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Size();

    [GeneratedRegex("M([0-9]+) ([0-9]+)h([0-9]+)v1h", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bar();
}
