using System;

namespace Appliance.Tests;

/// <summary>What becomes of a message on a bad way, or in bad hands.</summary>
internal static class Mutant
{
    /// <summary>A copy with one to four of: a bit flipped, a byte replaced, bytes cut out, bytes doubled, the end cut off.</summary>
    public static byte[] Of(byte[] message, Random random)
    {
        byte[] bytes = (byte[])message.Clone();
        for (int i = random.Next(4); i >= 0 && bytes.Length > 0; i--)
        {
            int at = random.Next(bytes.Length);
            int count = 1 + random.Next(bytes.Length - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    // The numbers at which lengths and signs change their meaning.
                    bytes[at] = (byte)(0x7E + random.Next(4));
                    break;
                case 3:
                    bytes = Joined(bytes, at, bytes, at + count);
                    break;
                case 4:
                    bytes = Joined(bytes, at + count, bytes, at);
                    break;
                default:
                    bytes = Joined(bytes, at, bytes, bytes.Length);
                    break;
            }
        }

        return bytes;
    }

    /// <summary>The front of one up to a place, and the back of another from a place on.</summary>
    private static byte[] Joined(byte[] front, int end, byte[] back, int start)
    {
        byte[] bytes = new byte[end + back.Length - start];
        Array.Copy(front, 0, bytes, 0, end);
        Array.Copy(back, start, bytes, end, back.Length - start);
        return bytes;
    }
}
