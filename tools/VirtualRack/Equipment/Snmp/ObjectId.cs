using System.Globalization;

namespace VirtualRack.Equipment.Snmp;

/// <summary>An object identifier: numbers of 32 bits, in the order in which agents walk (RFC 2578, section 3.5).</summary>
public sealed class ObjectId : IComparable<ObjectId>, IEquatable<ObjectId>
{
    private readonly uint[] _arcs;

    private ObjectId(uint[] arcs) => _arcs = arcs;

    public int Length => _arcs.Length;

    /// <param name="text">Dotted, such as 1.3.6.1.2.1.1.3.0.</param>
    /// <exception cref="FormatException">It is none, or a number has more than 32 bits.</exception>
    public static ObjectId Parse(string text) =>
        TryParse(text, out var id) ? id! : throw new FormatException($"'{text}' is no object identifier of SNMP.");

    public static bool TryParse(string text, out ObjectId? id)
    {
        string[] parts = text.Split('.');
        uint[] arcs = new uint[parts.Length];
        id = null;
        for (int i = 0; i < parts.Length; i++)
        {
            if (!uint.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out arcs[i]))
                return false;
        }

        id = new ObjectId(arcs);
        return true;
    }

    /// <returns>This one with more numbers behind it.</returns>
    public ObjectId Append(params ReadOnlySpan<uint> index) => new([.. _arcs, .. index]);

    /// <returns>The first numbers of this one.</returns>
    public ObjectId Prefix(int length) => new(_arcs[..length]);

    public int CompareTo(ObjectId? other) => other is null ? 1 : _arcs.AsSpan().SequenceCompareTo(other._arcs);

    public bool Equals(ObjectId? other) => other is not null && _arcs.AsSpan().SequenceEqual(other._arcs);

    public override bool Equals(object? obj) => Equals(obj as ObjectId);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (uint arc in _arcs)
            hash.Add(arc);
        return hash.ToHashCode();
    }

    public override string ToString() => string.Join('.', _arcs);
}
