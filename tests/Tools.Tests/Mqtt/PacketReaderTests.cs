using FsCheck;
using FsCheck.Fluent;
using VirtualBoard.Mqtt;
using Xunit;

namespace Tools.Tests.Mqtt;

public sealed class PacketReaderTests
{
    [Fact]
    public void Packets_end_where_their_length_says()
    {
        var property = Prop.ForAll<byte, int>((type, size) =>
        {
            int length = Math.Abs(size % 40_000);
            byte[] packet = [type, .. Length(length), .. new byte[length]];
            var reader = new PacketReader();
            foreach (byte[] packetAgain in new[] { packet, packet })
            {
                for (int i = 0; i < packetAgain.Length; i++)
                {
                    reader.Read(packetAgain.AsSpan(i, 1));
                    if (reader.IsAtBoundary != (i == packetAgain.Length - 1))
                        return false;
                }
            }

            return true;
        });
        property.QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Cuts_make_no_difference()
    {
        var property = Prop.ForAll<byte[], int>((bytes, cut) =>
        {
            bytes ??= [];
            int at = bytes.Length == 0 ? 0 : Math.Abs(cut % bytes.Length);
            var whole = new PacketReader();
            var halves = new PacketReader();
            whole.Read(bytes);
            halves.Read(bytes.AsSpan(0, at));
            halves.Read(bytes.AsSpan(at));
            return whole.IsAtBoundary == halves.IsAtBoundary;
        });
        property.QuickCheckThrowOnFailure();
    }

    private static IEnumerable<byte> Length(int value)
    {
        do
        {
            byte digit = (byte)(value & 0x7F);
            value >>= 7;
            yield return value > 0 ? (byte)(digit | 0x80) : digit;
        }
        while (value > 0);
    }
}
