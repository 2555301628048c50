using System.Formats.Asn1;

namespace VirtualRack.Equipment.Snmp;

/// <summary>A request to an agent (RFC 3416, section 3).</summary>
/// <param name="Kind">Tag of the PDU: 0 Get, 1 GetNext, 3 Set, 5 GetBulk.</param>
/// <param name="First">non-repeaters of a GetBulk.</param>
/// <param name="Second">max-repetitions of a GetBulk.</param>
internal sealed record SnmpRequest(int Kind, byte[] Community, int Id, int First, int Second, IReadOnlyList<ObjectId> Names)
{
    private const int Version2c = 1;

    /// <returns>Null for what is no message of version 2c.</returns>
    public static SnmpRequest? Read(ReadOnlyMemory<byte> datagram)
    {
        try
        {
            var message = new AsnReader(datagram, AsnEncodingRules.BER).ReadSequence();
            if (!message.TryReadInt32(out int version) || version != Version2c)
                return null;
            byte[] community = message.ReadOctetString();
            var tag = message.PeekTag();
            if (tag.TagClass != TagClass.ContextSpecific || !tag.IsConstructed)
                return null;

            var pdu = message.ReadSequence(tag);
            if (!pdu.TryReadInt32(out int id) || !pdu.TryReadInt32(out int first) || !pdu.TryReadInt32(out int second))
                return null;
            return ReadNames(pdu.ReadSequence()) is { } names ? new SnmpRequest(tag.TagValue, community, id, first, second, names) : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static List<ObjectId>? ReadNames(AsnReader list)
    {
        var names = new List<ObjectId>();
        while (list.HasData)
        {
            var binding = list.ReadSequence();
            if (!ObjectId.TryParse(binding.ReadObjectIdentifier(), out var name))
                return null;
            binding.ReadEncodedValue();
            names.Add(name!);
        }

        return names;
    }
}
