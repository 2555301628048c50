using System.Text;
using Appliance.Core.Commands;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Commands;

[TestClass]
public class CommandResultTests
{
    [TestMethod]
    public void What_was_done_tells_what_came_of_it()
    {
        Approve("{\"id\":\"a\",\"ok\":1}", CommandResult.Done("a"));
        Approve(
            "{\"id\":\"a\",\"ok\":1,\"found\":2,\"rom\":\"28\"}",
            CommandResult.Done("a").With("found", 2).With("rom", "28"));
    }

    [TestMethod]
    public void A_refusal_tells_why()
    {
        Approve("{\"id\":\"\",\"ok\":0,\"error\":\"no \\\"x\\\"\"}", CommandResult.Refused("", "no \"x\""));
    }

    private static void Approve(string expected, CommandResult result)
    {
        byte[] text = result.ToArray();
        Assert.AreEqual(expected, Encoding.UTF8.GetString(text, 0, text.Length));
    }
}
