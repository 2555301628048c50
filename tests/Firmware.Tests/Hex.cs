using System;

namespace Appliance.Tests;

/// <summary>Bytes as data sheets print them: <c>01 04 00 0A</c>.</summary>
internal static class Hex
{
    /// <param name="text">Two hex digits a byte, parted by single spaces.</param>
    public static byte[] Bytes(string text)
    {
        string[] words = text.Split(' ');
        byte[] bytes = new byte[words.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = Convert.ToByte(words[i], 16);
        }

        return bytes;
    }

    /// <returns>The bytes from a place on, written so.</returns>
    public static string Text(byte[] bytes, int start)
    {
        string text = "";
        for (int i = start; i < bytes.Length; i++)
        {
            text += (i > start ? " " : "") + bytes[i].ToString("X2");
        }

        return text;
    }
}
