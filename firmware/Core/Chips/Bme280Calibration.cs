namespace Appliance.Core.Chips;

/// <summary>
/// What the maker measured of one BME280 and burnt into it (datasheet section 4.2.2, table 16). A BMP280 has the same without
/// the part of the humidity.
/// </summary>
public sealed class Bme280Calibration
{
    /// <summary>Registers 0x88 to 0xA1: temperature, pressure, dig_H1.</summary>
    public const int FirstLength = 26;

    /// <summary>Registers 0xE1 to 0xE7: dig_H2 to dig_H6.</summary>
    public const int SecondLength = 7;

    public int T1 { get; private set; }

    public int T2 { get; private set; }

    public int T3 { get; private set; }

    public int P1 { get; private set; }

    public int P2 { get; private set; }

    public int P3 { get; private set; }

    public int P4 { get; private set; }

    public int P5 { get; private set; }

    public int P6 { get; private set; }

    public int P7 { get; private set; }

    public int P8 { get; private set; }

    public int P9 { get; private set; }

    public int H1 { get; private set; }

    public int H2 { get; private set; }

    public int H3 { get; private set; }

    public int H4 { get; private set; }

    public int H5 { get; private set; }

    public int H6 { get; private set; }

    /// <summary>Temperature and pressure have one; a memory that is empty, lost or not read is all zeros or all ones.</summary>
    public bool IsSound => IsWritten(T1, 0xFFFF) && IsWritten(T2, -1) && IsWritten(P1, 0xFFFF);

    /// <summary>The humidity has one.</summary>
    public bool HasHumidity => IsWritten(H2, -1);

    /// <param name="first">Registers 0x88 to 0xA1, little-endian words.</param>
    /// <param name="second">Registers 0xE1 to 0xE7; dig_H4 and dig_H5 have 12 bits and share 0xE5.</param>
    public void Load(byte[] first, byte[] second)
    {
        T1 = Word(first, 0);
        T2 = Signed(first, 2);
        T3 = Signed(first, 4);
        P1 = Word(first, 6);
        P2 = Signed(first, 8);
        P3 = Signed(first, 10);
        P4 = Signed(first, 12);
        P5 = Signed(first, 14);
        P6 = Signed(first, 16);
        P7 = Signed(first, 18);
        P8 = Signed(first, 20);
        P9 = Signed(first, 22);
        H1 = first[25];
        H2 = Signed(second, 0);
        H3 = second[2];
        H4 = ((sbyte)second[3] * 16) | (second[4] & 0x0F);
        H5 = ((sbyte)second[5] * 16) | (second[4] >> 4);
        H6 = (sbyte)second[6];
    }

    private static bool IsWritten(int value, int ones) => value != 0 && value != ones;

    private static int Word(byte[] bytes, int offset) => bytes[offset] | (bytes[offset + 1] << 8);

    private static int Signed(byte[] bytes, int offset) => (short)Word(bytes, offset);
}
