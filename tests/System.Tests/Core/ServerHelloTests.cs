using System.Buffers.Binary;
using Appliance.Core.Tls;
using FsCheck;
using FsCheck.Fluent;
using SystemTests.Drivers;

namespace SystemTests.Core;

/// <summary>Hellos of any shape, whole and cut, and bytes that are none.</summary>
public sealed class ServerHelloTests
{
    private static readonly Gen<byte[]> Extension =
        Gen.Choose(0, 60).Where(type => type != 43).SelectMany(type => Gen.Choose(0, 40).SelectMany(Cases.Bytes).Select(data => Extend(type, data)));

    private static readonly Gen<(byte[] Record, bool Is13)> Hello =
        from is13 in Gen.Elements(true, false)
        from random in Cases.Bytes(32)
        from session in Gen.Choose(0, 32).SelectMany(Cases.Bytes)
        from before in Extension.ArrayOf()
        from after in Extension.ArrayOf()
        from behind in Gen.Choose(0, 40).SelectMany(Cases.Bytes)
        select (Write(is13, random, session, [.. before.Take(4), .. is13 ? [Extend(43, [3, 4])] : Array.Empty<byte[]>(), .. after.Take(4)], behind), is13);

    [Fact]
    public void ItTellsTheVersionAsSoonAsTheHelloIsWholeAndNotBefore() => Cases.ForAll(Hello, 1000, hello =>
    {
        int whole = 9 + ((hello.Record[6] << 16) | BinaryPrimitives.ReadUInt16BigEndian(hello.Record.AsSpan(7)));
        for (int length = 0; length <= hello.Record.Length; length++)
        {
            var expected = length < whole ? HelloAnswer.Incomplete : hello.Is13 ? HelloAnswer.Tls13 : HelloAnswer.Tls12;
            Assert.Equal(expected, ServerHello.Read(hello.Record, length, out int alert));
            Assert.Equal(0, alert);
        }
    });

    [Fact]
    public void NoBytesMakeItThrowOrTakeBackWhatItSaid() => Cases.ForAll(
        Hello.SelectMany(hello => Gen.Choose(0, 60).SelectMany(at => Gen.Choose(0, 255).Select(value => Damaged(hello.Record, at, value))))
            .Or(Gen.Choose(0, 80).SelectMany(Cases.Bytes))
            .Or(Gen.Elements<byte>(0x15, 0x16, 3, 0, 1, 2, 43).ArrayOf()),
        3000,
        bytes =>
        {
            var before = HelloAnswer.Incomplete;
            for (int length = 0; length <= bytes.Length; length++)
            {
                var now = ServerHello.Read(bytes, length, out _);
                Assert.True(before is HelloAnswer.Incomplete || now == before);
                before = now;
            }
        });

    [Fact]
    public void AClientHelloIsWellFormedWhateverTheHost() => Cases.ForAll(
        Gen.Elements('a', '7', '.', '-', 'é').ArrayOf().Select(string.Concat),
        500,
        host =>
        {
            byte[] hello = ClientHello.Write(host, new byte[ClientHello.RandomLength]);
            Assert.Equal(hello.Length - 5, BinaryPrimitives.ReadUInt16BigEndian(hello.AsSpan(3)));
            Assert.Equal(hello.Length - 9, BinaryPrimitives.ReadUInt16BigEndian(hello.AsSpan(7)));
            int at = 11 + 32 + 1;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(hello.AsSpan(at));
            at += 1 + hello[at];
            int end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(hello.AsSpan(at));
            Assert.Equal(hello.Length, end);
            for (at += 2; at < end;)
                at += 4 + BinaryPrimitives.ReadUInt16BigEndian(hello.AsSpan(at + 2));
            Assert.Equal(end, at);
        });

    private static byte[] Damaged(byte[] record, int at, int value)
    {
        byte[] damaged = [.. record];
        damaged[at % damaged.Length] = (byte)value;
        return damaged;
    }

    private static byte[] Extend(int type, byte[] data) => [0, (byte)type, 0, (byte)data.Length, .. data];

    private static byte[] Write(bool is13, byte[] random, byte[] session, byte[][] extensions, byte[] behind)
    {
        byte[] all = [.. extensions.SelectMany(e => e)];
        byte[] body =
        [
            3, 3, .. random, (byte)session.Length, .. session, is13 ? (byte)0x13 : (byte)0xC0, 1, 0,
            .. all.Length == 0 ? [] : new[] { (byte)(all.Length >> 8), (byte)all.Length }, .. all,
        ];
        int length = body.Length + 4 + behind.Length;
        return [22, 3, 3, (byte)(length >> 8), (byte)length, 2, 0, (byte)(body.Length >> 8), (byte)body.Length, .. body, .. behind];
    }
}
