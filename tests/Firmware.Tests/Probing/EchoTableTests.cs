using Appliance.Core.Probing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Probing;

[TestClass]
public class EchoTableTests
{
    private const uint Switch = 0xC0000202;
    private const uint Router = 0xC0000203;

    [TestMethod]
    public void An_answer_ends_the_check_of_its_slot()
    {
        EchoTable table = new EchoTable(2, 100);
        int first = table.Begin(0, Switch, 1000);
        int second = table.Begin(1, Router, 2000);
        Assert.AreEqual(100, first);
        Assert.AreEqual(101, second);
        Assert.AreEqual(1, table.Answer(second, Router, 2840, out long micros));
        Assert.AreEqual(840L, micros);
        Assert.IsTrue(table.IsOpen(0));
        Assert.IsFalse(table.IsOpen(1));
    }

    [TestMethod]
    public void The_same_answer_counts_once()
    {
        EchoTable table = new EchoTable(1, 0);
        int sequence = table.Begin(0, Switch, 0);
        Assert.AreEqual(0, table.Answer(sequence, Switch, 1, out _));
        Assert.AreEqual(-1, table.Answer(sequence, Switch, 2, out long micros));
        Assert.AreEqual(0L, micros);
    }

    [TestMethod]
    public void An_answer_from_elsewhere_is_none()
    {
        EchoTable table = new EchoTable(1, 0);
        int sequence = table.Begin(0, Switch, 0);
        Assert.AreEqual(-1, table.Answer(sequence, Router, 1, out _));
        Assert.AreEqual(-1, table.Answer(sequence + 1, Switch, 1, out _));
        Assert.IsTrue(table.IsOpen(0));
    }

    [TestMethod]
    public void What_is_no_reply_ends_nothing()
    {
        EchoTable table = new EchoTable(2, 5);
        int sequence = table.Begin(0, Switch, 0);
        table.Answer(sequence, Switch, 1, out _);
        Assert.AreEqual(-1, table.Answer(-1, Switch, 2, out _));
        Assert.AreEqual(-1, table.Answer(-1, 0, 2, out _));
    }

    [TestMethod]
    public void A_new_check_forgets_the_open_one_of_its_slot()
    {
        EchoTable table = new EchoTable(1, 0);
        int late = table.Begin(0, Switch, 0);
        int sequence = table.Begin(0, Switch, 10);
        Assert.AreEqual(-1, table.Answer(late, Switch, 11, out _));
        Assert.AreEqual(0, table.Answer(sequence, Switch, 12, out long micros));
        Assert.AreEqual(2L, micros);
    }

    [TestMethod]
    public void The_sequence_wraps_at_sixteen_bits()
    {
        EchoTable table = new EchoTable(1, 0x1FFFF);
        Assert.AreEqual(0xFFFF, table.Begin(0, Switch, 0));
        Assert.AreEqual(0, table.Begin(0, Switch, 0));
        Assert.AreEqual(0, table.Answer(0, Switch, 1, out _));
    }

    [TestMethod]
    public void A_check_expires_at_its_time_limit_once()
    {
        EchoTable table = new EchoTable(1, 0);
        Assert.IsFalse(table.Expire(0, 5_000_000, 1000));
        int sequence = table.Begin(0, Switch, 5_000_000);
        Assert.IsFalse(table.Expire(0, 5_999_999, 1000));
        Assert.IsTrue(table.Expire(0, 6_000_000, 1000));
        Assert.IsFalse(table.Expire(0, 6_000_001, 1000));
        Assert.AreEqual(-1, table.Answer(sequence, Switch, 6_000_002, out _));
    }
}
