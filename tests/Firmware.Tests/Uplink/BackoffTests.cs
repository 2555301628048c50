using Appliance.Core.Uplink;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Uplink;

[TestClass]
public class BackoffTests
{
    [TestMethod]
    public void Each_wait_is_between_half_and_the_whole_of_a_doubling_step()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            Backoff backoff = new Backoff(1000, 60_000, seed);
            long step = 1000;
            for (int attempt = 0; attempt < 12; attempt++)
            {
                int wait = backoff.Next();
                Assert.IsTrue(wait >= step / 2 && wait <= step, wait.ToString());
                step = step * 2 > 60_000 ? 60_000 : step * 2;
            }
        }
    }

    [TestMethod]
    public void After_a_success_it_begins_anew()
    {
        Backoff backoff = new Backoff(1000, 60_000, 1);
        for (int i = 0; i < 10; i++)
        {
            backoff.Next();
        }

        backoff.Reset();
        int wait = backoff.Next();
        Assert.IsTrue(wait >= 500 && wait <= 1000);
    }

    [TestMethod]
    public void The_longest_wait_may_be_the_longest_number()
    {
        Backoff backoff = new Backoff(1, int.MaxValue, 1);
        for (int i = 0; i < 100; i++)
        {
            int wait = backoff.Next();
            Assert.IsTrue(i < 40 ? wait >= 0 : wait >= int.MaxValue / 2);
        }
    }

    [TestMethod]
    public void Two_devices_do_not_return_in_step()
    {
        Backoff one = new Backoff(1000, 60_000, 1);
        Backoff other = new Backoff(1000, 60_000, 2);
        int same = 0;
        for (int i = 0; i < 20; i++)
        {
            same += one.Next() == other.Next() ? 1 : 0;
        }

        Assert.IsTrue(same < 10);
    }
}
