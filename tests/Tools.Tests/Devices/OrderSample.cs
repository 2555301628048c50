using nanoFramework.TestFramework;

namespace Tools.Tests.Devices;

/// <summary>A class of device tests; its methods stand in another order than they must run in.</summary>
[TestClass]
public class OrderSample
{
    private readonly int _state = 1;

    [Cleanup]
    public void TidyUp() => OutputHelper.WriteLine("tidy");

    [DataRow(1, "a")]
    [DataRow(2, "")]
    public void Row(int number, string text) => Assert.IsTrue(text.Length == number);

    [TestMethod]
    public void Passes() => Assert.ThrowsException(typeof(FormatException), () => int.Parse("x"));

    [TestMethod]
    public static void Fails() => Assert.AreEqual(1, 2, "one is one");

    [TestMethod]
    public void Skips() => Assert.SkipTest("not here");

    [TestMethod]
    public void Throws() => throw new FormatException("bad");

    [TestMethod]
    public void NeedsAnInstance() => Assert.AreEqual(1, _state);

    [Setup]
    public void Prepare()
    {
    }
}
