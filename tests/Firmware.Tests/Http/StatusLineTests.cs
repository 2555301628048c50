using System;
using System.Text;
using Appliance.Core.Http;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Http;

[TestClass]
public class StatusLineTests
{
    [DataRow("HTTP/1.1 200 OK\r\nServer: x\r\n", 200)]
    [DataRow("HTTP/1.0 301 Moved Permanently\r\n", 301)]
    [DataRow("HTTP/1.1 404\r\n", 404)]
    [DataRow("HTTP/1.1 503\n", 503)]
    [DataRow("HTTP/1.1 100 ", 100)]
    [DataRow("HTTP/1.1 599 ", 599)]
    [DataRow("HTTP/1.1 200", StatusLine.Incomplete)]
    [DataRow("HTTP/1.", StatusLine.Incomplete)]
    [DataRow("", StatusLine.Incomplete)]
    [DataRow("HTTP/2 200 OK\r\n", StatusLine.NotHttp)]
    [DataRow("HTTP/1.1 2000 ", StatusLine.NotHttp)]
    [DataRow("HTTP/1.1 099 ", StatusLine.NotHttp)]
    [DataRow("HTTP/1.1 600 ", StatusLine.NotHttp)]
    [DataRow("HTTP/1.1  200 ", StatusLine.NotHttp)]
    [DataRow("HTTP/1.x 200 ", StatusLine.NotHttp)]
    [DataRow("http/1.1 200 ", StatusLine.NotHttp)]
    [DataRow("SSH-2.0-OpenSSH", StatusLine.NotHttp)]
    [DataRow("\r\n", StatusLine.NotHttp)]
    public void A_line_has_a_code_or_not(string text, int expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Assert.AreEqual(expected, StatusLine.Read(bytes, bytes.Length));
    }

    [TestMethod]
    public void The_code_is_known_after_thirteen_bytes_and_not_before()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("HTTP/1.1 204 No Content\r\n");
        for (int length = 0; length <= bytes.Length; length++)
        {
            Assert.AreEqual(length < StatusLine.Length ? StatusLine.Incomplete : 204, StatusLine.Read(bytes, length));
        }
    }

    [TestMethod]
    public void What_is_once_certain_stays_so()
    {
        Random random = new Random(9112);
        byte[] line = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\n");
        for (int round = 0; round < 3000; round++)
        {
            byte[] bytes = Mutant.Of(line, random);
            int last = StatusLine.Incomplete;
            for (int length = 0; length <= bytes.Length; length++)
            {
                int code = StatusLine.Read(bytes, length);
                Assert.IsTrue(last == StatusLine.Incomplete || code == last);
                Assert.IsTrue(code == StatusLine.NotHttp || code == StatusLine.Incomplete || (code >= 100 && code < 600));
                last = code;
            }
        }
    }
}
