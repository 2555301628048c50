using Ixp.Sites;

namespace Ixp.Enroll;

/// <summary>Where the NOC connects to a broker: beside the devices, whose client ids are taken from their names.</summary>
internal static class NocListener
{
    /// <returns>The TCP port, unless another was asked for.</returns>
    public static int UsualPort(BrokerEntry broker) => broker.CaFile is null ? 1884 : 8884;
}
