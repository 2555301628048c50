namespace System.Net.NetworkInformation;

/// <summary>Takes the news that an address came or went.</summary>
public delegate void NetworkAddressChangedEventHandler(object? sender, EventArgs e);
