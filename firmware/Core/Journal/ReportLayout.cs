using System;
using System.Collections;
using System.Text;
using Appliance.Core.Checksums;

namespace Appliance.Core.Journal;

/// <summary>
/// What the reports of a configuration consist of, so that a record has to hold the numbers only. It is kept beside the
/// records, which name it by its CRC-32: they can still be told after another configuration has come.
/// </summary>
public sealed class ReportLayout
{
    public const int MostChannels = 255;

    /// <summary>Most fields of one channel.</summary>
    public const int MostFields = 80;

    /// <summary>Most fields of all channels: the memory of a codec grows with them.</summary>
    public const int MostFieldsInAll = 768;

    /// <summary>Longest form in bytes.</summary>
    public const int MostBytes = 8192;

    private const int LongestText = 64;

    /// <summary>In the place of a number of fields: those of the channel before.</summary>
    private const byte Same = 0xFF;

    private readonly ArrayList _channels = new ArrayList();
    private byte[] _bytes;
    private int _position;
    private int _end;

    public int Count => _channels.Count;

    public ReportChannel this[int id] => (ReportChannel)_channels[id];

    /// <summary>The fields of all channels.</summary>
    public int Fields { get; private set; }

    /// <summary>Fields that learn apart from each other.</summary>
    internal int Learners { get; private set; }

    /// <summary>What it is called; set by <see cref="ToBytes"/> and <see cref="Read"/>.</summary>
    public uint Crc { get; private set; }

    /// <param name="item">Null if there is none.</param>
    /// <param name="keys">Channels that have the same ones share them, if they follow each other.</param>
    /// <param name="decimals">As long as <paramref name="keys"/>.</param>
    /// <returns>The channel's id; -1 if a limit is reached.</returns>
    public int Add(string channel, string item, string[] keys, byte[] decimals)
    {
        if (Count == MostChannels || keys.Length > MostFields || Fields + keys.Length > MostFieldsInAll)
        {
            return -1;
        }

        bool isAlike = Count > 0 && IsAlike(this[Count - 1], keys, decimals);
        int learner = isAlike ? this[Count - 1].FirstLearner : Learners;
        _channels.Add(new ReportChannel(channel, item, keys, decimals, Fields, learner));
        Fields += keys.Length;
        Learners = learner + keys.Length;
        return Count - 1;
    }

    /// <returns>Its form in a file: for each channel, its name, item, and fields.</returns>
    public byte[] ToBytes()
    {
        // The first time it is only measured.
        _bytes = null;
        Write();
        _bytes = new byte[_position];
        Write();
        byte[] bytes = _bytes;
        _bytes = null;
        Crc = Crc32.Of(bytes, 0, bytes.Length);
        return bytes;
    }

    /// <summary>Takes the channels out of a file, into an empty layout.</summary>
    /// <returns>False if it is none; what the layout holds then is of no use.</returns>
    public bool Read(byte[] bytes, int start, int count)
    {
        _bytes = bytes;
        _position = start;
        _end = start + count;
        Crc = Crc32.Of(bytes, start, count);
        string[] keys = new string[0];
        byte[] decimals = new byte[0];
        while (_position < _end)
        {
            string channel = Take();
            string item = Take();
            int fields = Byte();
            if (fields != Same)
            {
                if (fields > MostFields)
                {
                    return false;
                }

                keys = new string[fields];
                decimals = new byte[fields];
                for (int i = 0; i < fields; i++)
                {
                    keys[i] = Take();
                    decimals[i] = (byte)Byte();
                    if (keys[i] == null || decimals[i] > 18)
                    {
                        return false;
                    }
                }
            }

            if (channel == null || _position > _end || Add(channel, item, keys, decimals) < 0)
            {
                return false;
            }
        }

        _bytes = null;
        return Count > 0;
    }

    private static bool IsAlike(ReportChannel former, string[] keys, byte[] decimals) =>
        former.Keys == keys && former.Decimals == decimals;

    private void Write()
    {
        _position = 0;
        for (int i = 0; i < Count; i++)
        {
            ReportChannel channel = this[i];
            Put(channel.Channel);
            Put(channel.Item);
            if (i > 0 && IsAlike(this[i - 1], channel.Keys, channel.Decimals))
            {
                Put(Same);
                continue;
            }

            Put((byte)channel.Keys.Length);
            for (int k = 0; k < channel.Keys.Length; k++)
            {
                Put(channel.Keys[k]);
                Put(channel.Decimals[k]);
            }
        }
    }

    private void Put(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text == null ? "" : text);
        Put((byte)bytes.Length);
        if (_bytes != null)
        {
            Array.Copy(bytes, 0, _bytes, _position, bytes.Length);
        }

        _position += bytes.Length;
    }

    private void Put(byte value)
    {
        if (_bytes != null)
        {
            _bytes[_position] = value;
        }

        _position++;
    }

    /// <returns>A text; null if it is empty, or is none that could stand between quotes as it is.</returns>
    private string Take()
    {
        int length = Byte();
        int start = _position;
        _position += length;
        if (length == 0 || length > LongestText || _position > _end)
        {
            return null;
        }

        for (int i = start; i < _position; i++)
        {
            byte b = _bytes[i];
            if (b <= ' ' || b >= 0x7F || b == '"' || b == '\\')
            {
                return null;
            }
        }

        return Encoding.UTF8.GetString(_bytes, start, length);
    }

    private int Byte() => _position < _end ? _bytes[_position++] : Beyond();

    private int Beyond()
    {
        _position = _end + 1;
        return 0;
    }
}
