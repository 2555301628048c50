namespace Appliance.Drivers.Ads1115;

/// <summary>Register addresses of the ADS1115 (SBAS444 section 8.6.1).</summary>
internal static class Ads1115Register
{
    public const byte Conversion = 0x00;
    public const byte Configuration = 0x01;
}
