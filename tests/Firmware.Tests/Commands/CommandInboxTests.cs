using Appliance.Core.Commands;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Commands;

[TestClass]
public class CommandInboxTests
{
    [TestMethod]
    public void Commands_come_out_in_order_and_too_many_are_counted()
    {
        CommandInbox inbox = new CommandInbox();
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < CommandInbox.Capacity + 2; i++)
            {
                inbox.Put("v" + i.ToString(), new byte[0], i == 1);
            }

            for (int i = 0; i < CommandInbox.Capacity; i++)
            {
                Command command = inbox.Take();
                Assert.AreEqual("v" + i.ToString(), command.Verb);
                Assert.AreEqual(i == 1, command.IsRetained);
            }

            Assert.IsNull(inbox.Take());
            Assert.AreEqual(2, inbox.TakeDropped());
            Assert.AreEqual(0, inbox.TakeDropped());
        }
    }

    [TestMethod]
    public void Of_a_long_one_only_the_refusal_is_left()
    {
        CommandInbox inbox = new CommandInbox();
        inbox.Put("scan", new byte[100_000], false);
        Assert.AreEqual("more than 1024 bytes", inbox.Take().Fields.Problem);
    }
}
