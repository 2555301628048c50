using System;
using System.Text;
using Appliance.Core.Commands;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Commands;

[TestClass]
public class CommandGateTests
{
    private const long Now = 1_795_246_961;

    [TestMethod]
    public void A_fresh_command_is_let_through_once()
    {
        CommandGate gate = new CommandGate();
        Assert.IsNull(gate.Refusal(Make("\"id\":\"a\",\"ts\":" + Now.ToString()), Now));
        Assert.IsNotNull(gate.Refusal(Make("\"id\":\"a\",\"ts\":" + Now.ToString()), Now));
        Assert.IsNotNull(gate.Refusal(Make("\"id\":\"a\""), Now + 1000));
        Assert.IsNull(gate.Refusal(Make("\"id\":\"b\""), Now));
    }

    [DataRow(0L, true)]
    [DataRow(300L, true)]
    [DataRow(301L, false)]
    [DataRow(-300L, true)]
    [DataRow(-301L, false)]
    [DataRow(Now - 1, false)]
    public void Age_is_bounded_on_both_sides(long age, bool isFresh)
    {
        Command command = Make("\"id\":\"a\",\"ts\":" + (Now - age).ToString());
        Assert.AreEqual(isFresh, new CommandGate().Refusal(command, Now) == null);
    }

    [TestMethod]
    public void What_was_sent_before_the_start_may_be_a_repetition()
    {
        Command command = Make("\"id\":\"a\",\"ts\":" + (Now - 20).ToString());
        Assert.IsNotNull(new CommandGate().Refusal(command, Now, Now - 19));
        Assert.IsNull(new CommandGate().Refusal(command, Now, Now - 20));
        Assert.IsNull(new CommandGate().Refusal(command, Now));
    }

    [TestMethod]
    public void Before_the_clock_is_set_no_age_is_judged()
    {
        Assert.IsNull(new CommandGate().Refusal(Make("\"id\":\"a\",\"ts\":1"), 0));
    }

    [DataRow("\"id\":\"a\",\"ts\":\"1795246961\"")]
    [DataRow("\"id\":\"a\",\"ts\":0")]
    [DataRow("\"id\":\"a\",\"ts\":-5")]
    [DataRow("")]
    [DataRow("\"id\":\"\"")]
    [DataRow("\"id\":5")]
    [DataRow("\"id\":\"a\\u0007\"")]
    [DataRow("\"id\":\"\u00e9\"")]
    public void What_has_no_id_or_no_time_is_refused(string fields)
    {
        Assert.IsNotNull(new CommandGate().Refusal(Make(fields), Now));
    }

    [TestMethod]
    public void An_id_has_1_to_64_characters()
    {
        string longest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
        Assert.AreEqual(longest, Make("\"id\":\"" + longest + "\"").Id);
        Assert.AreEqual("", Make("\"id\":\"" + longest + "x\"").Id);
        Assert.AreEqual(" ~", Make("\"id\":\" ~\"").Id);
    }

    [TestMethod]
    public void Retained_or_unreadable_ones_are_refused_and_not_remembered()
    {
        CommandGate gate = new CommandGate();
        byte[] payload = Encoding.UTF8.GetBytes("{\"id\":\"a\"}");
        Assert.IsTrue(gate.Refusal(new Command("scan", payload, true), Now).StartsWith("retained"));
        Assert.IsTrue(gate.Refusal(Make("\"id\":\"a\",\"x\":["), Now).StartsWith("not readable"));
        Assert.IsNull(gate.Refusal(new Command("scan", payload, false), Now));
    }

    [TestMethod]
    public void What_was_let_through_comes_again_only_after_32_others()
    {
        // Against a list without end.
        Random random = new Random(3);
        CommandGate gate = new CommandGate();
        int[] past = new int[2000];
        int passed = 0;
        for (int i = 0; i < past.Length; i++)
        {
            int id = random.Next(60);
            bool isKnown = false;
            for (int j = passed - CommandGate.Memory; j < passed; j++)
            {
                isKnown |= j >= 0 && past[j] == id;
            }

            Assert.AreEqual(!isKnown, gate.Refusal(Make("\"id\":\"" + id.ToString() + "\""), Now) == null);
            if (!isKnown)
            {
                past[passed++] = id;
            }
        }
    }

    private static Command Make(string fields) => new Command("scan", Encoding.UTF8.GetBytes("{" + fields + "}"), false);
}
