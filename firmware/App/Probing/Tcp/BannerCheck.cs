using Appliance.Core.Probing;

namespace Appliance.App.Probing.Tcp;

/// <summary>A service that greets: its greeting has to begin as expected.</summary>
public sealed class BannerCheck : ReplyCheck
{
    private readonly Banner _banner;

    public BannerCheck(Banner banner)
    {
        _banner = banner;
    }

    protected override bool IsIncomplete(byte[] reply, int length) => _banner.Look(reply, length) == BannerMatch.Incomplete;

    protected override bool IsExpected(byte[] reply, int length) => _banner.Look(reply, length) == BannerMatch.Matched;
}
