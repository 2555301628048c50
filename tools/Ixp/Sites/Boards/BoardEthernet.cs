namespace Ixp.Sites.Boards;

/// <summary>How Ethernet is wired on a board, and compiled into its image.</summary>
/// <param name="Phy">Name of the PHY.</param>
/// <param name="Address">Its address.</param>
/// <param name="Clock">Where its 50 MHz come from, for people.</param>
/// <param name="AllowsWifi">Wi-Fi can be on at the same time.</param>
public sealed record BoardEthernet(string Phy, int Address, string Clock, bool AllowsWifi, Evidence Evidence);
