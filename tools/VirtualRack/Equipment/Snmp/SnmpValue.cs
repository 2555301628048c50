using System.Formats.Asn1;
using System.Text;

namespace VirtualRack.Equipment.Snmp;

/// <summary>A value as SNMP encodes it (RFC 2578, section 7; RFC 3416, section 3).</summary>
public sealed class SnmpValue
{
    private readonly Action<AsnWriter> _write;

    private SnmpValue(Action<AsnWriter> write) => _write = write;

    public static SnmpValue NoSuchObject { get; } = Missing(0);

    public static SnmpValue NoSuchInstance { get; } = Missing(1);

    public static SnmpValue EndOfMibView { get; } = Missing(2);

    /// <summary>What a request carries in place of a value.</summary>
    public static SnmpValue Nothing { get; } = new(w => w.WriteNull());

    public static SnmpValue Integer(int value) => new(w => w.WriteInteger(value));

    /// <summary>OCTET STRING.</summary>
    public static SnmpValue Text(string value) => new(w => w.WriteOctetString(Encoding.ASCII.GetBytes(value)));

    public static SnmpValue Id(string value) => new(w => w.WriteObjectIdentifier(value));

    /// <summary>The low 32 bits, as a counter that has come round.</summary>
    public static SnmpValue Counter32(ulong value) => Unsigned(1, (uint)value);

    public static SnmpValue Gauge32(uint value) => Unsigned(2, value);

    /// <summary>Hundredths of a second.</summary>
    public static SnmpValue TimeTicks(uint value) => Unsigned(3, value);

    public static SnmpValue Counter64(ulong value) => Unsigned(6, value);

    internal void Write(AsnWriter to) => _write(to);

    private static SnmpValue Unsigned(int tag, ulong value) => new(w => w.WriteInteger(value, new Asn1Tag(TagClass.Application, tag)));

    private static SnmpValue Missing(int tag) => new(w => w.WriteNull(new Asn1Tag(TagClass.ContextSpecific, tag)));
}
