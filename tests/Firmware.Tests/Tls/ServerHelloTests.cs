using System;
using Appliance.Core.Tls;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Tls;

[TestClass]
public class ServerHelloTests
{
    private const string Random = " CF 21 AD 74 E5 9A 61 11 BE 1D 8C 02 1E 65 B8 91 C2 A2 11 16 7A BB 8C 5E 07 9E 09 E2 C8 A8 33 9C";

    /// <summary>A HelloRetryRequest for x25519.</summary>
    private const string Retry = "16 03 03 00 38 02 00 00 34 03 03" + Random + " 00 13 01 00 00 0C 00 2B 00 02 03 04 00 33 00 02 00 1D";

    /// <summary>A ServerHello of 1.2 with a session of two bytes and the answer to our no renegotiation.</summary>
    private const string Hello12 = "16 03 03 00 33 02 00 00 2F 03 03" + Random + " 02 AA BB C0 2B 00 00 05 FF 01 00 01 00";

    [DataRow(Retry)]
    [DataRow(Retry + " 14 03 03 00 01 01")]
    [DataRow("15 03 03 00 02 01 70 " + Retry)]
    public void One_that_asks_for_a_key_takes_1_3(string bytes)
    {
        Says(HelloAnswer.Tls13, 0, bytes);
    }

    [DataRow("16 03 03 00 2A 02 00 00 26 03 03" + Random + " 00 C0 2B 00")]
    [DataRow("16 03 03 00 31 02 00 00 2D 03 03" + Random + " 00 C0 2B 00 00 05 FF 01 00 01 00")]
    [DataRow(Hello12)]
    [DataRow("16 03 03 40 00 02 00 00 26 03 03" + Random + " 00 C0 2B 00 0B 00 03")]
    public void One_without_a_word_of_1_3_takes_1_2(string bytes)
    {
        Says(HelloAnswer.Tls12, 0, bytes);
    }

    [DataRow("15 03 03 00 02 02 46", 70)]
    [DataRow("15 03 01 00 02 02 28", 40)]
    [DataRow("15 03 03 00 02 01 00", 0)]
    [DataRow("15 03 03 00 02 01 70 15 03 03 00 02 02 28", 40)]
    [DataRow("16 03 02 00 2A 02 00 00 26 03 02" + Random + " 00 C0 13 00", 0)]
    public void Alerts_and_what_is_too_old_are_refusals(string bytes, int alert)
    {
        Says(HelloAnswer.Refused, alert, bytes);
    }

    [DataRow("20 02 00 05")]
    [DataRow("48 54 54 50 2F 31 2E 31 20 34 30 30")]
    [DataRow("16 02")]
    [DataRow("16 03 03 00 03")]
    [DataRow("16 03 03 FF FF")]
    [DataRow("17 03 03 00 20")]
    [DataRow("16 03 03 00 38 01")]
    [DataRow("15 03 03 00 20")]
    [DataRow("16 03 03 00 38 02 00 00 35")]
    [DataRow("16 03 03 00 38 02 FF FF FF")]
    [DataRow("16 03 03 00 2A 02 00 00 26 03 03" + Random + " FF C0 2B 00")]
    [DataRow("16 03 03 00 38 02 00 00 34 03 03" + Random + " 00 13 01 00 00 0C 00 2B 00 03 03 04 05 33 00 02 00 1D")]
    [DataRow("16 03 03 00 38 02 00 00 34 03 03" + Random + " 00 13 01 00 00 0C 00 2C 00 0A 03 04 00 33 00 02 00 1D")]
    [DataRow("16 03 03 00 38 02 00 00 34 03 03" + Random + " 00 13 01 00 00 0D 00 2B 00 02 03 04 00 33 00 02 00 1D")]
    public void All_else_is_no_TLS(string bytes)
    {
        Says(HelloAnswer.NoTls, 0, bytes);
    }

    [TestMethod]
    public void A_hello_that_does_not_fit_is_none()
    {
        byte[] bytes = Hex.Bytes(Retry);
        byte[] narrow = new byte[bytes.Length - 1];
        Array.Copy(bytes, narrow, narrow.Length);
        Assert.AreEqual((int)HelloAnswer.NoTls, (int)ServerHello.Read(narrow, narrow.Length, out int _));
    }

    [DataRow(Retry)]
    [DataRow(Hello12)]
    [DataRow("15 03 03 00 02 02 46")]
    public void Until_all_of_it_is_there_it_says_nothing(string text)
    {
        byte[] bytes = new byte[200];
        byte[] whole = Hex.Bytes(text);
        Array.Copy(whole, bytes, whole.Length);
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.AreEqual((int)HelloAnswer.Incomplete, (int)ServerHello.Read(bytes, length, out int _), length.ToString());
        }

        Assert.AreNotEqual((int)HelloAnswer.Incomplete, (int)ServerHello.Read(bytes, whole.Length, out int _));
    }

    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void Nothing_throws_and_what_was_said_stays_said(int seed)
    {
        Random random = new Random(seed);
        byte[][] samples = { Hex.Bytes(Retry), Hex.Bytes(Hello12), Hex.Bytes("15 03 03 00 02 01 70 15 03 03 00 02 02 28"), new byte[60] };
        int[] found = new int[5];
        for (int round = 0; round < 2000; round++)
        {
            byte[] bytes = Mutant.Of(samples[round % samples.Length], random);
            HelloAnswer before = HelloAnswer.Incomplete;
            for (int length = 0; length <= bytes.Length; length++)
            {
                HelloAnswer now = ServerHello.Read(bytes, length, out int _);
                Assert.IsTrue(before == HelloAnswer.Incomplete || before == now);
                before = now;
            }

            found[(int)before]++;
        }

        for (int i = 0; i < found.Length; i++)
        {
            Assert.IsTrue(found[i] > 10, i.ToString());
        }
    }

    private static void Says(HelloAnswer expected, int alert, string text)
    {
        byte[] bytes = Hex.Bytes(text);
        byte[] buffer = new byte[20_000];
        Array.Copy(bytes, buffer, bytes.Length);
        Assert.AreEqual((int)expected, (int)ServerHello.Read(buffer, bytes.Length, out int found));
        Assert.AreEqual(alert, found);
    }
}
