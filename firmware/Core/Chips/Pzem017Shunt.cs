namespace Appliance.Core.Chips;

/// <summary>
/// The shunts of 75 mV that a PZEM-017 can be set to (its holding register 3). The meter cannot see which one is fitted, and
/// leaves the factory set to 100 A: with any other, all its currents are wrong.
/// </summary>
public static class Pzem017Shunt
{
    public const int Register = 3;

    /// <param name="code">The register.</param>
    /// <returns>Nominal current of the shunt in amperes; 0 for a code that the meter does not have.</returns>
    public static int Amperes(int code)
    {
        switch (code)
        {
            case 0:
                return 100;
            case 1:
                return 50;
            case 2:
                return 200;
            case 3:
                return 300;
            default:
                return 0;
        }
    }
}
