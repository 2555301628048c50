namespace nanoFramework.M2Mqtt;

/// <summary>TLS versions; the device accepts None, TLSv1_2 and TLSv1_3 only, when it connects.</summary>
public enum MqttSslProtocols
{
    None = 0,
    SSLv3 = 1,
    TLSv1_0 = 2,
    TLSv1_1 = 3,
    TLSv1_2 = 4,
    TLSv1_3 = 5,
}
