using Mosquitto;
using Xunit;

namespace Tools.Tests.Mosquitto;

public sealed class MissingTests
{
    [Fact]
    public void A_missing_library_is_told_in_one_line_with_the_cure()
    {
        var failure = Assert.Throws<MosquittoMissingException>(() => MosquittoLibrary.Load(["libno-such.so.1", "no-such.dll"]));
        AssertTellsTheCure(failure, "apt-get install libmosquitto1");
    }

    [Fact]
    public void A_missing_broker_is_told_in_one_line_with_the_cure()
    {
        var failure = Assert.Throws<MosquittoMissingException>(() => BrokerExecutable.Find(["", "/no/such/folder"]));
        AssertTellsTheCure(failure, "apt-get install mosquitto`");
    }

    [Fact]
    public void The_library_here_is_one_the_wrapper_was_written_for() =>
        Assert.True(MosquittoLibrary.Version >= new Version(2, 0), MosquittoLibrary.Version.ToString());

    static void AssertTellsTheCure(MosquittoMissingException failure, string debian)
    {
        Assert.DoesNotContain('\n', failure.Message);
        Assert.Contains(debian, failure.Message, StringComparison.Ordinal);
        Assert.Contains("brew install mosquitto", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Windows", failure.Message, StringComparison.Ordinal);
    }
}
