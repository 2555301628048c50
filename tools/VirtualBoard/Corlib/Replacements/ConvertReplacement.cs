namespace VirtualBoard.Corlib.Replacements;

/// <summary>Conversions that .NET lacks or does otherwise: any base from 2 to 36, ArgumentOutOfRangeException for what does not fit.</summary>
[Replaces(typeof(Convert))]
public static class ConvertReplacement
{
    public static sbyte ToSByte(string value, int fromBase) => (sbyte)Parsing.Integer(value, fromBase, sbyte.MinValue, sbyte.MaxValue);

    public static byte ToByte(string value, int fromBase) => (byte)Parsing.Integer(value, fromBase, byte.MinValue, byte.MaxValue);

    public static byte ToByte(bool value) => value ? (byte)1 : (byte)0;

    public static short ToInt16(string value, int fromBase) => (short)Parsing.Integer(value, fromBase, short.MinValue, short.MaxValue);

    public static ushort ToUInt16(string value, int fromBase) => (ushort)Parsing.Integer(value, fromBase, ushort.MinValue, ushort.MaxValue);

    public static int ToInt32(string value, int fromBase) => (int)Parsing.Integer(value, fromBase, int.MinValue, int.MaxValue);

    public static uint ToUInt32(string value, int fromBase) => (uint)Parsing.Integer(value, fromBase, uint.MinValue, uint.MaxValue);

    public static long ToInt64(string value, int fromBase) => (long)Parsing.Integer(value, fromBase, long.MinValue, long.MaxValue);

    public static ulong ToUInt64(string value, int fromBase) => (ulong)Parsing.Integer(value, fromBase, ulong.MinValue, ulong.MaxValue);

    public static double ToDouble(string value) => Parsing.Real(value);

    public static float ToSingle(string value) => (float)Parsing.Real(value);

    public static DateTime ToDateTime(string value) => DateTimeReplacement.Parse(value);
}
