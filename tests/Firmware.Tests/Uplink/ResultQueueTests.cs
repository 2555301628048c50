using Appliance.Core.Uplink;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Uplink;

[TestClass]
public class ResultQueueTests
{
    [TestMethod]
    public void The_oldest_comes_first_and_goes_first()
    {
        ResultQueue queue = new ResultQueue();
        for (int round = 0; round < 3; round++)
        {
            Assert.IsNull(queue.Take());
            for (int i = 0; i < ResultQueue.Capacity + 3; i++)
            {
                queue.Post(new byte[] { (byte)i });
            }

            for (int i = 3; i < ResultQueue.Capacity + 3; i++)
            {
                Assert.AreEqual(i, (int)queue.Take()[0]);
            }
        }
    }
}
