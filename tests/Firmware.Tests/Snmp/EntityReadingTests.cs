using System;
using Appliance.Core.Metrics;
using Appliance.Core.Snmp;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Snmp;

[TestClass]
public class EntityReadingTests
{
    private const int Objects = 5;
    private const int Ok = 1;
    private const int Units = 9;
    private const int Milli = 8;

    [TestMethod]
    public void The_columns_stand_where_rfc_3433_puts_them()
    {
        SnmpRequest request = Request(1006, EntityUnit.Celsius);
        Assert.AreEqual(Objects, request.Count);
        for (int i = 0; i < Objects; i++)
        {
            byte[] name = new byte[request.NameLength(i)];
            Array.Copy(request.Bytes, request.NameStart(i), name, 0, name.Length);
            string expected = "1.3.6.1.2.1.99.1.1.1." + (i + 1).ToString() + ".1006";
            CollectionAssert.AreEqual(new ObjectIdentifier(expected).Encoded, name);
        }
    }

    [DataRow(EntityUnit.Celsius, 8, Units, 0, 31, 3100)]
    [DataRow(EntityUnit.Celsius, 8, Units, 1, -315, -3150)]
    [DataRow(EntityUnit.Celsius, 8, Milli, 0, 31_256, 3126)]
    [DataRow(EntityUnit.Celsius, 8, Milli, 0, -31_255, -3126)]
    [DataRow(EntityUnit.Celsius, 8, Units, -4, 31, 3100)]
    [DataRow(EntityUnit.Volt, 4, Milli, 0, 3_312, 3_312)]
    [DataRow(EntityUnit.Volt, 3, Units, 0, 230, 230_000)]
    [DataRow(EntityUnit.Volt, 4, 7, 3, 12_000_000, 12)]
    [DataRow(EntityUnit.Ampere, 5, Milli, 2, 123_456, 1_235)]
    [DataRow(EntityUnit.Watt, 6, Units, 3, 67_849, 678)]
    [DataRow(EntityUnit.Watt, 6, 10, 0, 2, 20_000)]
    [DataRow(EntityUnit.Hertz, 7, Units, 2, 4_998, 4_998)]
    [DataRow(EntityUnit.RelativeHumidity, 9, Units, 1, 455, 4_550)]
    [DataRow(EntityUnit.TurnsPerMinute, 10, Units, 0, 8_640, 8_640)]
    [DataRow(EntityUnit.TurnsPerMinute, 10, 17, 0, 0, 0)]
    public void A_reading_becomes_the_fixed_point_of_its_unit(EntityUnit unit, int type, int scale, int precision, int value, int expected)
    {
        EntityReading reading = Taken(unit, type, scale, precision, value, Ok);
        Assert.AreEqual((int)Quality.Ok, (int)reading.Quality);
        Assert.AreEqual((long)expected, reading.Value);
    }

    [DataRow(EntityUnit.Celsius, 4, Units, 0, 31, Ok, Quality.OutOfRange)]
    [DataRow(EntityUnit.Celsius, 3, Units, 0, 31, Ok, Quality.OutOfRange)]
    [DataRow(EntityUnit.Volt, 5, Units, 0, 31, Ok, Quality.OutOfRange)]
    [DataRow(EntityUnit.Celsius, 8, 0, 0, 31, Ok, Quality.OutOfRange)]
    [DataRow(EntityUnit.Celsius, 8, 18, 0, 31, Ok, Quality.OutOfRange)]
    [DataRow(EntityUnit.Celsius, 8, Units, 10, 31, Ok, Quality.OutOfRange)]
    [DataRow(EntityUnit.Celsius, 8, Units, -9, 31, Ok, Quality.OutOfRange)]
    [DataRow(EntityUnit.Celsius, 8, Milli, 0, 1_000_000_000, Ok, Quality.OutOfRange)]
    [DataRow(EntityUnit.Celsius, 8, Milli, 0, -1_000_000_000, Ok, Quality.OutOfRange)]
    [DataRow(EntityUnit.Celsius, 8, Units, 0, 10_000_000, Ok, Quality.OutOfRange)]
    [DataRow(EntityUnit.Celsius, 8, 17, 0, 1, Ok, Quality.OutOfRange)]
    [DataRow(EntityUnit.Celsius, 8, Units, 0, 31, 0, Quality.OutOfRange)]
    [DataRow(EntityUnit.Celsius, 8, Units, 0, 31, 2, Quality.NotPresent)]
    [DataRow(EntityUnit.Celsius, 8, Units, 0, 31, 3, Quality.Fault)]
    [DataRow(EntityUnit.Celsius, 8, Units, 0, 31, 4, Quality.OutOfRange)]
    public void What_is_no_reading_has_a_reason(
        EntityUnit unit, int type, int scale, int precision, int value, int status, Quality expected)
    {
        EntityReading reading = Taken(unit, type, scale, precision, value, status);
        Assert.AreEqual((int)expected, (int)reading.Quality);
        Assert.AreEqual(0L, reading.Value);
    }

    [DataRow("81 00", Quality.NotPresent)]
    [DataRow("80 00", Quality.NotPresent)]
    [DataRow("05 00", Quality.OutOfRange)]
    [DataRow("04 01 31", Quality.OutOfRange)]
    [DataRow("02 00", Quality.Timeout)]
    [DataRow("02 08 7F FF FF FF FF FF FF FF", Quality.OutOfRange)]
    [DataRow("02 08 80 00 00 00 00 00 00 00", Quality.OutOfRange)]
    [DataRow("46 09 00 FF FF FF FF FF FF FF FF", Quality.OutOfRange)]
    public void Each_of_the_five_is_needed(string element, Quality expected)
    {
        for (int bad = 0; bad < Objects; bad++)
        {
            SnmpRequest request = Request(7, EntityUnit.Celsius);
            string[] values = { "02 01 08", "02 01 09", "02 01 00", "02 01 1F", "02 01 01" };
            values[bad] = element;
            EntityReading reading = new EntityReading(7, EntityUnit.Celsius);
            reading.Take(SnmpReply.Answered(request, SnmpReply.To(request, 0, 0, values)), 0, 0, 5);
            Assert.AreEqual((int)expected, (int)reading.Quality);
            Assert.AreEqual(0L, reading.Value);
        }
    }

    [TestMethod]
    public void It_is_pending_until_it_is_asked_and_has_no_value_without_an_answer()
    {
        Assert.AreEqual((int)Quality.Pending, (int)new EntityReading(7, EntityUnit.Celsius).Quality);
        EntityReading reading = Taken(EntityUnit.Celsius, 8, Units, 0, 31, Ok);
        reading.Miss(Quality.Timeout, 7);
        Assert.AreEqual((int)Quality.Timeout, (int)reading.Quality);
        Assert.AreEqual(0L, reading.Value);
    }

    [TestMethod]
    public void Every_scale_and_precision_moves_the_point_as_on_paper()
    {
        Random random = new Random(3433);
        int readings = 0;
        int rounded = 0;
        for (int round = 0; round < 5000; round++)
        {
            EntityUnit unit = (EntityUnit)(4 + random.Next(7));
            int scale = 1 + random.Next(17);
            int precision = random.Next(18) - 8;
            int value = (random.Next(3) == 0 ? int.MaxValue - random.Next(5) : random.Next(int.MaxValue)) >> random.Next(31);
            value = random.Next(2) == 0 ? value : -value - random.Next(2);
            EntityReading reading = Taken(unit, (int)unit, scale, precision, value, Ok);
            int point = (3 * (scale - 9)) - (precision > 0 ? precision : 0) + EntityUnitName.Decimals(unit);
            bool isThere = OnPaper(value, point, out long expected) && value > -1_000_000_000 && value < 1_000_000_000;
            Assert.AreEqual((int)(isThere ? Quality.Ok : Quality.OutOfRange), (int)reading.Quality);
            Assert.AreEqual(isThere ? expected : 0L, reading.Value);
            readings += isThere ? 1 : 0;
            rounded += isThere && point < 0 && expected != 0 ? 1 : 0;
        }

        Assert.IsTrue(readings > 1000 && rounded > 200);
    }

    [TestMethod]
    public void The_names_of_units_come_back()
    {
        string[] names = { "v", "a", "w", "hz", "c", "rh", "rpm" };
        int[] decimals = { 3, 3, 1, 2, 2, 2, 0 };
        for (int i = 0; i < names.Length; i++)
        {
            Assert.IsTrue(EntityUnitName.TryParse(names[i], out EntityUnit unit));
            Assert.AreEqual(4 + i, (int)unit);
            Assert.AreEqual(names[i], EntityUnitName.Of(unit));
            Assert.AreEqual(decimals[i], EntityUnitName.Decimals(unit));
        }

        Assert.IsFalse(EntityUnitName.TryParse("C", out _));
        Assert.IsFalse(EntityUnitName.TryParse("", out _));
    }

    /// <summary>Moves the point of a written number, and rounds what is behind it half away from zero.</summary>
    /// <returns>False for ten digits and more.</returns>
    private static bool OnPaper(int value, int point, out long moved)
    {
        char[] digits = (value < 0 ? -(long)value : value).ToString().ToCharArray();
        int whole = digits.Length + point;
        string text = "0";
        for (int i = 0; i < whole && value != 0; i++)
        {
            text += i < digits.Length ? digits[i].ToString() : "0";
        }

        moved = 0;
        if (text.Length > 19)
        {
            return false;
        }

        bool roundsUp = whole >= 0 && whole < digits.Length && digits[whole] >= '5';
        moved = long.Parse(text) + (roundsUp ? 1 : 0);
        bool isShort = moved < 1_000_000_000;
        moved = value < 0 ? -moved : moved;
        return isShort;
    }

    private static SnmpRequest Request(uint index, EntityUnit unit)
    {
        SnmpRequest request = new SnmpRequest(Objects);
        request.Begin(SnmpReply.Public, false);
        Assert.IsTrue(new EntityReading(index, unit).Ask(request));
        return request;
    }

    private static EntityReading Taken(EntityUnit unit, int type, int scale, int precision, int value, int status)
    {
        SnmpRequest request = Request(7, unit);
        EntityReading reading = new EntityReading(7, unit);
        byte[] reply = SnmpReply.To(request, 0, 0, SnmpReply.Integer(type), SnmpReply.Integer(scale), SnmpReply.Integer(precision),
            SnmpReply.Integer(value), SnmpReply.Integer(status));
        reading.Take(SnmpReply.Answered(request, reply), 0, 0, 5);
        return reading;
    }
}
