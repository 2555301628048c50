using System.Text;
using Appliance.Core.Changes;
using Appliance.Core.Config;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Changes;

[TestClass]
public class ChangeBookTests
{
    [TestMethod]
    public void The_last_ten_are_kept_over_a_file()
    {
        ChangeBook book = ChangeBook.Parse(null);
        for (int i = 0; i < 12; i++)
        {
            book.Add(Make("id " + i.ToString(), ChangeState.Confirmed));
        }

        book = ChangeBook.Parse(book.ToFile());
        Assert.AreEqual(ChangeBook.Capacity, book.Count);
        Assert.AreEqual("id 2", book[0].Id);
        Assert.AreEqual("id 11", book[9].Id);
        Assert.IsTrue(book.Knows("id 2"));
        Assert.IsFalse(book.Knows("id 1"));
        Assert.IsNull(book.Open);
    }

    [TestMethod]
    public void All_of_a_change_is_kept()
    {
        ChangeBook book = ChangeBook.Parse(null);
        Change change = Make("a%b = c", ChangeState.Trial);
        change.Left = 540;
        change.Until = 1_795_246_961;
        book.Add(change);
        Change read = ChangeBook.Parse(book.ToFile()).Open;
        Assert.AreEqual("a%b = c", read.Id);
        Assert.AreEqual("alice", read.By);
        Assert.AreEqual(1_795_246_300L, read.Unix);
        Assert.AreEqual("sensor", read.Entry);
        Assert.AreEqual("inlet", read.Name);
        Assert.AreEqual("c_high_warning", read.Key);
        Assert.AreEqual("2850", read.Value);
        Assert.AreEqual("2700", read.Was);
        Assert.AreEqual(2, read.Decimals);
        Assert.AreEqual(540, read.Left);
        Assert.AreEqual(1_795_246_961L, read.Until);
    }

    [TestMethod]
    public void It_is_open_until_it_has_ended_one_way_or_the_other()
    {
        Assert.IsTrue(Make("", ChangeState.Trial).IsOpen);
        Assert.IsTrue(Make("", ChangeState.Leaving).IsOpen);
        Assert.IsFalse(Make("", ChangeState.Confirmed).IsOpen);
        Assert.IsFalse(Make("", ChangeState.RolledBack).IsOpen);
    }

    [TestMethod]
    public void The_newest_is_told_first()
    {
        ChangeBook book = ChangeBook.Parse(null);
        book.Add(Make("1", ChangeState.RolledBack));
        book.Add(Make("2", ChangeState.Trial));
        byte[] json = book.ToJson();
        Assert.AreEqual(
            "[{\"id\":\"2\",\"by\":\"alice\",\"ts\":1795246300,\"entry\":\"sensor\",\"name\":\"inlet\",\"key\":\"c_high_warning\","
            + "\"value\":\"28.50\",\"was\":\"27.00\",\"state\":\"trial\"},"
            + "{\"id\":\"1\",\"by\":\"alice\",\"ts\":1795246300,\"entry\":\"sensor\",\"name\":\"inlet\",\"key\":\"c_high_warning\","
            + "\"value\":\"28.50\",\"was\":\"27.00\",\"state\":\"rolled-back\"}]",
            Encoding.UTF8.GetString(json, 0, json.Length));
    }

    [TestMethod]
    public void A_damaged_file_is_refused()
    {
        ChangeBook book = ChangeBook.Parse(null);
        book.Add(Make("1", ChangeState.Trial));
        byte[] file = book.ToFile();
        file[30] ^= 1;
        Assert.ThrowsException(typeof(ConfigException), () => ChangeBook.Parse(file));
    }

    private static Change Make(string id, string state)
    {
        Change change = new Change();
        change.Id = id;
        change.By = "alice";
        change.Unix = 1_795_246_300;
        change.Entry = "sensor";
        change.Name = "inlet";
        change.Key = "c_high_warning";
        change.Value = "2850";
        change.Was = "2700";
        change.Decimals = 2;
        change.State = state;
        return change;
    }
}
