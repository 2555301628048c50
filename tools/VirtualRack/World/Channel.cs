namespace VirtualRack.World;

/// <summary>Who draws which random numbers. The order is part of what a seed means.</summary>
internal enum Channel
{
    Room = 1,
    DewPoint,
    Load,
    MainsDrift,
    MainsRipple,
    Frequency,
    Sags,
    Outages,
    Visits,
    Fans,
    Pressure,
    AirConditioner,
}
