using FsCheck;
using FsCheck.Fluent;
using Ixp.Flash;
using Ixp.Flash.Wire;
using Xunit;

namespace Tools.Tests.Ixp.Flash;

/// <summary>Packets of the Wire Protocol are found in whatever a port delivers.</summary>
public class WireTests
{
    private static readonly Gen<byte[]> Noise = Gen.Elements<byte>(0, (byte)'N', (byte)'F', (byte)'P', (byte)'K', (byte)'T', (byte)'V', (byte)'1', 0xFF, 32).ArrayOf();

    private static readonly Gen<WirePacket> Packets =
        from payload in Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf()
        from command in Gen.Elements(WireCommand.Ping, WireCommand.Message, WireCommand.Reboot)
        from sequence in Gen.Choose(0, ushort.MaxValue)
        select new WirePacket(command, (ushort)sequence, WireFlags.NonCritical, payload);

    /// <summary>Check value of CRC-32 with this polynomial, highest bit first, from 0, nothing inverted (CRC-32/POSIX before its end).</summary>
    [Fact]
    public void Check_sum_is_the_protocols() => Assert.Equal(0x89A1897Fu, WireCrc.Of("123456789"u8));

    [Fact]
    public void Ping_is_laid_out_as_the_interpreter_reads_it()
    {
        byte[] bytes = WirePacket.Ping(0x0102).ToBytes();
        Assert.Equal(40, bytes.Length);
        Assert.Equal("NFPKTV1\0"u8, bytes.AsSpan(0, 8));
        Assert.Equal([0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0], bytes[16..32]);
        Assert.Equal([2, 0, 1, 0, 0x10, 0, 0, 0], bytes[32..]);
    }

    [Fact]
    public void Packets_are_found_in_noise_and_in_any_pieces() => Prop.ForAll(
        (from packets in Packets.ListOf()
         from noise in Noise.ListOf(packets.Count + 1)
         from size in Gen.Choose(1, 50)
         select (packets, noise, size)).ToArbitrary(),
        sample =>
        {
            byte[] stream = [.. sample.noise[0], .. sample.packets.Zip(sample.noise.Skip(1), (p, n) => p.ToBytes().Concat(n)).SelectMany(b => b)];
            var reader = new WireReader();
            var found = stream.Chunk(sample.size).SelectMany(piece => reader.Read(piece)).ToList();

            Assert.Equal(sample.packets.Select(p => p.ToBytes()), found.Select(p => p.ToBytes()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Damaged_packet_is_passed_over_and_the_next_one_found()
    {
        byte[] good = new WirePacket(WireCommand.Message, 1, WireFlags.None, "hello"u8.ToArray()).ToBytes();
        for (int i = 0; i < good.Length; i++)
        {
            byte[] damaged = [.. good];
            damaged[i] ^= 0x20;
            Assert.Equal(good, Assert.Single(new WireReader().Read([.. damaged, .. good])).ToBytes());
        }
    }

    [Fact]
    public void Any_bytes_are_borne() => Prop.ForAll(Noise.ToArbitrary(), noise => new WireReader().Read(noise).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Text_comes_in_pieces_and_leaves_in_lines()
    {
        var text = new BoardText();
        Assert.Empty(text.Take("boot: run"u8));
        Assert.Equal(["boot: running", "é"], text.Take("ning\r\n\0\u001b\n\ré\nrest"u8));
        Assert.Equal(["rest" + new string('x', 508)], text.Take([.. Enumerable.Repeat((byte)'x', 509)]));
    }
}
