using QRCoder;

namespace Ixp.Card;

/// <summary>A QR code as a picture.</summary>
internal static class QrPicture
{
    private const int DotsAModule = 4;

    /// <returns>An SVG element that fills its place, quiet zone included.</returns>
    public static string Draw(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(DotsAModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
