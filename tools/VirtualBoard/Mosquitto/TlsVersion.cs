namespace Mosquitto;

/// <summary>The oldest protocol version a client accepts.</summary>
public enum TlsVersion
{
    Tls12,
    Tls13,
}
