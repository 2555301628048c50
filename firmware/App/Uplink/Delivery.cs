namespace Appliance.App.Uplink;

/// <summary>What is under way to the broker.</summary>
public enum Delivery
{
    Nothing = 0,
    Birth = 1,
    Meta = 2,
    Shipment = 3,
    Result = 4,
}
