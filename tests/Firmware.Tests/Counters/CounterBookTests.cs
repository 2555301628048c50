using Appliance.Core.Config;
using Appliance.Core.Counters;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Counters;

[TestClass]
public class CounterBookTests
{
    [TestMethod]
    public void Counter_goes_on_where_it_stood()
    {
        CounterBook before = new CounterBook();
        before.Open("battery_wh").Value = 9_000_000_000_000;
        before.Open("fan1_h").Value = -1;

        CounterBook after = new CounterBook();
        after.Restore(before.ToFile());
        Assert.AreEqual(9_000_000_000_000L, after.Open("battery_wh").Value);
        Assert.AreEqual(-1L, after.Open("fan1_h").Value);
        Assert.AreEqual(0L, after.Open("new").Value);
    }

    [TestMethod]
    public void Counter_that_nobody_opened_is_kept()
    {
        CounterBook first = new CounterBook();
        first.Open("old").Value = 5;
        CounterBook second = new CounterBook();
        second.Restore(first.ToFile());
        second.Open("other").Value = 6;
        CounterBook third = new CounterBook();
        third.Restore(second.ToFile());
        Assert.AreEqual(5L, third.Open("old").Value);
        Assert.AreEqual(6L, third.Open("other").Value);
    }

    [TestMethod]
    public void Same_name_is_the_same_counter()
    {
        CounterBook book = new CounterBook();
        Assert.AreSame(book.Open("a"), book.Open("a"));
    }

    [TestMethod]
    public void Change_is_what_was_not_written()
    {
        CounterBook book = new CounterBook();
        Assert.IsFalse(book.HasChanged);
        Counter counter = book.Open("a");
        Assert.IsFalse(book.HasChanged);
        counter.Value = 3;
        Assert.IsTrue(book.HasChanged);
        book.ToFile();
        Assert.IsTrue(book.HasChanged);
        counter.Value = 4;
        book.MarkWritten();
        Assert.IsTrue(book.HasChanged);
        book.ToFile();
        book.MarkWritten();
        Assert.IsFalse(book.HasChanged);
    }

    [TestMethod]
    public void Damaged_file_is_refused_whole()
    {
        CounterBook before = new CounterBook();
        before.Open("a").Value = 1;
        byte[] file = before.ToFile();
        CounterBook after = new CounterBook();
        for (int i = 0; i < file.Length - 1; i++)
        {
            file[i] ^= 0x10;
            try
            {
                after.Restore(file);
                Assert.IsTrue(false, "byte " + i.ToString());
            }
            catch (ConfigException)
            {
                // As it should be.
            }

            file[i] ^= 0x10;
        }

        Assert.AreEqual(0L, after.Open("a").Value);
        after.Restore(null);
    }
}
