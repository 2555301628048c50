using Appliance.Core.Checksums;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Checksums;

[TestClass]
public class Crc16Tests
{
    [DataRow("01 04 00 00 00 0A 70 0D")]
    [DataRow("F8 04 00 00 00 0A 64 64")]
    [DataRow("01 04 14 09 01 04 D2 00 00 0A 99 00 00 30 39 00 00 01 F4 00 5F 00 00 A1 67")]
    [DataRow("01 04 00 00 00 08 F1 CC")]
    [DataRow("01 04 10 15 18 03 52 11 EE 00 00 04 D2 00 00 00 00 00 00 EB 41")]
    [DataRow("01 06 00 02 00 05 E8 09")]
    [DataRow("01 06 00 01 09 60 DE 72")]
    [DataRow("01 06 00 03 00 01 B8 0A")]
    [DataRow("01 42 80 11")]
    [DataRow("01 84 02 C2 C1")]
    public void Modbus_of_meter_frames_goes_low_byte_first(string frame)
    {
        byte[] bytes = Hex.Bytes(frame);
        int end = bytes.Length - 2;
        Assert.AreEqual(bytes[end] | (bytes[end + 1] << 8), (int)Crc16.Modbus(bytes, 0, end));
    }

    [TestMethod]
    public void Modbus_over_a_whole_frame_is_zero()
    {
        byte[] frame = Hex.Bytes("01 04 00 00 00 0A 70 0D");
        Assert.AreEqual(0, (int)Crc16.Modbus(frame, 0, frame.Length));
    }

    [TestMethod]
    public void Modbus_of_nothing_is_its_initial_value()
    {
        Assert.AreEqual(0xFFFF, (int)Crc16.Modbus(new byte[0], 0, 0));
    }

    [TestMethod]
    public void Modbus_looks_at_the_given_part_only()
    {
        byte[] framed = Hex.Bytes("55 01 42 AA");
        Assert.AreEqual(0x1180, (int)Crc16.Modbus(framed, 1, 2));
    }
}
