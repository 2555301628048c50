using System;
using Appliance.Core.Conditions;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Conditions;

[TestClass]
public class ConditionBookTests
{
    [TestMethod]
    public void A_new_book_is_starting_offline_and_well()
    {
        ConditionBook book = new ConditionBook();
        Assert.IsTrue(book.IsStarting);
        Assert.IsFalse(book.IsOnline);
        Assert.AreEqual((int)Subsystem.None, (int)book.Worst());
    }

    [TestMethod]
    public void Info_is_nothing_to_worry_about()
    {
        ConditionBook book = new ConditionBook();
        book.Set(Subsystem.Cooling, Severity.Info);
        Assert.AreEqual((int)Subsystem.None, (int)book.Worst());
        Assert.AreEqual((int)Severity.Info, (int)book.Of(Subsystem.Cooling));
    }

    [TestMethod]
    public void A_critical_condition_outranks_warnings_with_lower_numbers()
    {
        ConditionBook book = new ConditionBook();
        book.Set(Subsystem.Power, Severity.Warning);
        book.Set(Subsystem.Security, Severity.Critical);
        Assert.AreEqual((int)Subsystem.Security, (int)book.Worst());
    }

    [TestMethod]
    public void Among_equals_the_lowest_number_wins()
    {
        ConditionBook book = new ConditionBook();
        book.Set(Subsystem.Uplink, Severity.Critical);
        book.Set(Subsystem.Climate, Severity.Critical);
        Assert.AreEqual((int)Subsystem.Climate, (int)book.Worst());
    }

    [TestMethod]
    public void A_fault_ranks_as_a_warning()
    {
        ConditionBook book = new ConditionBook();
        book.Set(Subsystem.Climate, Severity.Fault);
        book.Set(Subsystem.Cooling, Severity.Warning);
        Assert.AreEqual((int)Subsystem.Climate, (int)book.Worst());
        book.Set(Subsystem.Cooling, Severity.Critical);
        Assert.AreEqual((int)Subsystem.Cooling, (int)book.Worst());
    }

    [TestMethod]
    public void What_is_mended_is_told_no_longer()
    {
        ConditionBook book = new ConditionBook();
        book.Set(Subsystem.Appliance, Severity.Critical);
        book.Set(Subsystem.Appliance, Severity.Ok);
        Assert.AreEqual((int)Subsystem.None, (int)book.Worst());
    }

    [TestMethod]
    public void No_condition_outranks_the_worst()
    {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++)
        {
            ConditionBook book = new ConditionBook();
            for (int i = 1; i <= 7; i++)
            {
                book.Set((Subsystem)i, (Severity)random.Next(5));
            }

            int worst = (int)book.Worst();
            for (int i = 1; i <= 7; i++)
            {
                int rank = Rank(book.Of((Subsystem)i));
                int worstRank = worst == 0 ? 0 : Rank(book.Of((Subsystem)worst));
                Assert.IsTrue(i < worst ? rank < worstRank : rank <= worstRank);
            }
        }
    }

    private static int Rank(Severity severity)
    {
        switch (severity)
        {
            case Severity.Critical:
                return 2;
            case Severity.Warning:
            case Severity.Fault:
                return 1;
            default:
                return 0;
        }
    }
}
