namespace Mosquitto;

/// <summary>A call that libmosquitto refused. The message is what was tried and the library's own text.</summary>
public sealed class MosquittoException(string attempt, int code)
    : Exception($"{attempt}: {MosquittoLibrary.Describe(code)}")
{
    /// <summary>The MOSQ_ERR_ value, for example 4 for "not connected".</summary>
    public int Code { get; } = code;

    internal static void ThrowIfFailed(int code, string attempt)
    {
        if (code != Native.Success)
            throw new MosquittoException(attempt, code);
    }
}
