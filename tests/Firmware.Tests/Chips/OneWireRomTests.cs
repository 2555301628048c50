using Appliance.Core.Chips;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Chips;

[TestClass]
public class OneWireRomTests
{
    [DataRow("28 13 9B BB 0B 00 00 1F", true)]
    [DataRow("28 13 9B BB 0B 00 00 1E", false)]
    [DataRow("00 00 00 00 00 00 00 00", false)]
    [DataRow("FF FF FF FF FF FF FF FF", false)]
    [DataRow("28 13 9B BB 0B 00 1F", false)]
    public void A_code_is_sound_when_its_check_sum_fits(string rom, bool isSound)
    {
        Assert.AreEqual(isSound, OneWireRom.IsSound(Hex.Bytes(rom)));
    }

    [TestMethod]
    public void Codes_are_equal_when_all_bytes_are()
    {
        byte[] rom = Hex.Bytes("28 13 9B BB 0B 00 00 1F");
        byte[] other = Hex.Bytes("28 13 9B BB 0B 00 00 1F");
        Assert.IsTrue(OneWireRom.AreEqual(rom, other));
        for (int i = 0; i < other.Length; i++)
        {
            other[i] ^= 0x40;
            Assert.IsFalse(OneWireRom.AreEqual(rom, other));
            other[i] ^= 0x40;
        }
    }

    [DataRow("28139BBB0B00001F", true)]
    [DataRow("28139bbb0b00001f", true)]
    [DataRow("28139BBB0B00001", false)]
    [DataRow("28139BBB0B00001F0", false)]
    [DataRow("28139BBB0B00001G", false)]
    [DataRow("", false)]
    public void Its_text_has_16_hex_digits(string text, bool isRom)
    {
        Assert.AreEqual(isRom, OneWireRom.TryParse(text, out byte[] rom));
        if (isRom)
        {
            Assert.AreEqual("28139BBB0B00001F", OneWireRom.ToText(rom));
        }
    }
}
