namespace VirtualRack.Equipment.Snmp;

/// <summary>The variables of an agent in their order.</summary>
public sealed class SnmpTable
{
    private readonly SortedList<ObjectId, Func<SnmpValue>> _variables = [];
    private readonly HashSet<ObjectId> _objects = [];

    /// <summary>A scalar object: its one instance is 0.</summary>
    public void Add(string objectId, Func<SnmpValue> value) => Add(objectId, 0, value);

    /// <summary>One cell of a column.</summary>
    /// <exception cref="ArgumentException">It is there already.</exception>
    public void Add(string objectId, int index, Func<SnmpValue> value)
    {
        var column = ObjectId.Parse(objectId);
        _objects.Add(column);
        _variables.Add(column.Append((uint)index), value);
    }

    /// <summary>The value of a variable, or which of the two exceptions stands in its place (RFC 3416, section 4.2.1).</summary>
    public SnmpValue Get(ObjectId name)
    {
        if (_variables.TryGetValue(name, out var value))
            return value();
        for (int length = 1; length < name.Length; length++)
        {
            if (_objects.Contains(name.Prefix(length)))
                return SnmpValue.NoSuchInstance;
        }

        return SnmpValue.NoSuchObject;
    }

    /// <summary>The first variable behind a name, or the name itself with endOfMibView (RFC 3416, section 4.2.2).</summary>
    public (ObjectId Name, SnmpValue Value) Next(ObjectId name)
    {
        int low = 0;
        int high = _variables.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_variables.Keys[middle].CompareTo(name) <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low < _variables.Count ? (_variables.Keys[low], _variables.Values[low]()) : (name, SnmpValue.EndOfMibView);
    }
}
