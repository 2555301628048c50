namespace Mosquitto;

/// <summary>Versions of the protocol that client and broker have.</summary>
public enum TlsVersion
{
    Tls12,
    Tls13,
}
