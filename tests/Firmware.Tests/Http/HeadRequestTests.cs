using System;
using System.Text;
using Appliance.Core.Http;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Http;

[TestClass]
public class HeadRequestTests
{
    [TestMethod]
    public void A_request_is_written()
    {
        byte[] bytes = HeadRequest.Bytes("lg.ix.example:8080", "/status");
        Assert.AreEqual(
            "HEAD /status HTTP/1.1\r\nHost: lg.ix.example:8080\r\nUser-Agent: rack-monitor\r\nAccept: */*\r\nConnection: close\r\n\r\n",
            Encoding.UTF8.GetString(bytes, 0, bytes.Length));
    }

    [DataRow("", "/")]
    [DataRow("lg ix", "/")]
    [DataRow("lg\r\nX: y", "/")]
    [DataRow("lg\u00E9", "/")]
    [DataRow("lg", "")]
    [DataRow("lg", "status")]
    [DataRow("lg", "/a b")]
    [DataRow("lg", "/\n")]
    public void What_would_break_the_request_is_refused(string host, string path)
    {
        Assert.ThrowsException(typeof(ArgumentException), () => HeadRequest.Bytes(host, path));
    }
}
