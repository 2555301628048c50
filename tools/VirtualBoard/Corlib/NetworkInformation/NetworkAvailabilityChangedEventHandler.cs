namespace System.Net.NetworkInformation;

/// <summary>Takes the news that the network came or went.</summary>
public delegate void NetworkAvailabilityChangedEventHandler(object? sender, NetworkAvailabilityEventArgs e);
