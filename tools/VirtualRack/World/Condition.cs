namespace VirtualRack.World;

/// <summary>Something in the rack that is so or not: the door is open, the mains have failed.</summary>
public sealed class Condition
{
    private readonly Action _settlePast;
    private volatile bool _isOn;

    internal Condition(string name, Action settlePast)
    {
        Name = name;
        _settlePast = settlePast;
    }

    /// <summary>It began or ended. Raised on the thread that changed it.</summary>
    public event Action<Condition>? Changed;

    public string Name { get; }

    public bool IsOn
    {
        get => _isOn;
        set
        {
            if (_isOn == value)
                return;
            _settlePast();
            _isOn = value;
            Changed?.Invoke(this);
        }
    }
}
