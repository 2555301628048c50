using System.Collections;
using Appliance.Core.Config;
using Appliance.Drivers.Ds18b20;
using Appliance.Drivers.Scan;

namespace Appliance.App.Composition.Sensors;

/// <summary>Which buses can be looked at for parts that are not configured: I2C and 1-Wire that have pins, serial lines in use.</summary>
internal sealed class BusScans
{
    private readonly ArrayList _functions = new ArrayList();
    private readonly SensorBuses _buses;

    /// <param name="pins">Entries <c>pin gpio= function=</c>.</param>
    public BusScans(ArrayList pins, SensorBuses buses)
    {
        _buses = buses;
        for (int i = 0; i < pins.Count; i++)
        {
            _functions.Add(((ConfigEntry)pins[i]).Text("function"));
        }
    }

    /// <summary>1-Wire runs on the pins of COM3, if no meter has them.</summary>
    public bool HasFreeOneWire => Has("com3_tx") && Has("com3_rx") && _buses.FindPort("COM3") == null;

    /// <param name="chain">Null if there is no 1-Wire.</param>
    /// <param name="sensors">Where those go that have to be stepped.</param>
    public IBusScan[] Make(Ds18b20Chain chain, Ds18b20Probe[] probes, ArrayList sensors)
    {
        ArrayList scans = new ArrayList();
        if (chain != null)
        {
            scans.Add(new OneWireScan(chain, probes));
        }

        for (int bus = 1; bus <= 2; bus++)
        {
            string name = "i2c" + bus.ToString();
            if (Has(name + "_data") && Has(name + "_clock"))
            {
                I2cScan scan = new I2cScan(bus, _buses.Addresses("I2C" + bus.ToString()), _buses.Shared(bus));
                scans.Add(scan);
                sensors.Add(scan);
            }
        }

        for (int com = 2; com <= 3; com++)
        {
            string name = "COM" + com.ToString();
            if (_buses.FindPort(name) != null)
            {
                ModbusScan scan = new ModbusScan("com" + com.ToString(), _buses.FindPort(name), _buses.Addresses(name));
                scans.Add(scan);
                sensors.Add(scan);
            }
        }

        IBusScan[] all = new IBusScan[scans.Count];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = (IBusScan)scans[i];
        }

        return all;
    }

    private bool Has(string function) => _functions.Contains(function);
}
