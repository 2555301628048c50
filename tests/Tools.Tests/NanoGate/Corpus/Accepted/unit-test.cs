using System;
using nanoFramework.TestFramework;
[TestClass]
public class CrcTests
{
    [TestMethod]
    public void Throws() { Assert.ThrowsException(typeof(ArgumentException), () => throw new ArgumentException("x")); }
    [DataRow(1, "a")]
    [DataRow(2, "b")]
    public void Rows(int n, string s) { Assert.AreEqual(1, s.Length); }
}
