using System;
using Appliance.Core.Json;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Json;

[TestClass]
public class JsonNumberTests
{
    [DataRow(0, 0, "0")]
    [DataRow(0, 1, "0.0")]
    [DataRow(0, 3, "0.000")]
    [DataRow(5, 2, "0.05")]
    [DataRow(-5, 2, "-0.05")]
    [DataRow(-50, 2, "-0.50")]
    [DataRow(99, 2, "0.99")]
    [DataRow(100, 2, "1.00")]
    [DataRow(2150, 2, "21.50")]
    [DataRow(-2150, 2, "-21.50")]
    [DataRow(-1, 0, "-1")]
    [DataRow(10, 0, "10")]
    [DataRow(int.MinValue, 3, "-2147483.648")]
    public void A_fixed_point_number_has_all_its_decimals(int value, int decimals, string expected)
    {
        Assert.AreEqual(expected, Text(value, decimals));
    }

    [TestMethod]
    public void The_longest_numbers_are_whole()
    {
        Assert.AreEqual("-9223372036854775808", Text(long.MinValue, 0));
        Assert.AreEqual("9223372036854775807", Text(long.MaxValue, 0));
        Assert.AreEqual("-92233720368547758.08", Text(long.MinValue, 2));
        Assert.AreEqual("-9.223372036854775808", Text(long.MinValue, 18));
    }

    [TestMethod]
    public void More_decimals_than_digits_are_filled_with_zeros()
    {
        Assert.AreEqual("0.000000000000000000001", Text(1, 21));
        Assert.AreEqual("-0.09223372036854775808", Text(long.MinValue, 20));
    }

    [TestMethod]
    public void Any_number_is_its_digits_with_a_point_among_them()
    {
        Random random = new Random(8259);
        byte[] bytes = new byte[8];
        for (int round = 0; round < 1000; round++)
        {
            random.NextBytes(bytes);
            long value = 0;
            for (int i = 0; i < 8; i++)
            {
                value = (value << 8) | bytes[i];
            }

            // Numbers of every length, not only of nineteen digits.
            value >>= random.Next(64);
            int decimals = random.Next(8);
            Assert.AreEqual(Expected(value, decimals), Text(value, decimals));
        }
    }

    private static string Text(long value, int decimals)
    {
        JsonWriter json = new JsonWriter(new byte[32]);
        json.Fixed(value, decimals);
        return JsonText.Of(json);
    }

    private static string Expected(long value, int decimals)
    {
        string text = value.ToString();
        string sign = value < 0 ? "-" : "";
        string digits = text.Substring(sign.Length).PadLeft(decimals + 1, '0');
        int whole = digits.Length - decimals;
        return sign + digits.Substring(0, whole) + (decimals > 0 ? "." + digits.Substring(whole) : "");
    }
}
