using Ixp.Sites.Alarms;
using Ixp.Sites.Sensors;

namespace Ixp.Sites.Budgets;

/// <summary>
/// About how much of the managed heap a site keeps. The coefficients are fitted to what <c>ixp bench</c> counts ("kept in … objects"):
/// the composed firmware of sites that differ in one thing, its objects walked on the PC at 12 bytes a header, field and reference.
/// A test holds the estimate against that count, so that they follow the firmware.
/// </summary>
public static class HeapBudget
{
    /// <summary>What must stay free: stacks, messages on their way, and what the collector needs to compact.</summary>
    public const int Reserve = 16 * 1024;

    private const int Firmware = 37_500;
    private const int Sensor = 450;

    /// <summary>Each metric of a sensor, with its share of reports and of derived values.</summary>
    private const int Metric = 700;

    /// <summary>What a UPS or the sensor of a switch keeps for its questions by SNMP.</summary>
    private const int Asked = 1500;

    private const int Limit = 110;

    /// <summary>As soon as there is a target: lanes, receivers, schedule.</summary>
    private const int Prober = 6300;

    private const int Target = 1100;
    private const int SnmpTarget = 400;

    /// <summary>As soon as there is a port: the totals of the exchange.</summary>
    private const int Exchange = 4400;

    private const int Port = 260;
    private const int PortKeys = 2200;

    /// <returns>Bytes.</returns>
    public static int Estimate(Site site)
    {
        int bytes = Firmware;
        foreach (var sensor in site.Sensors)
            bytes += Sensor + (Metric * sensor.Suffixes.Count) + (sensor.Text(SensorFields.Target.Key) is null ? 0 : Asked) + (Limit * AlarmPlan.Of(sensor, site.AltitudeMetres).Count());
        bytes += site.Targets.Count > 0 ? Prober : 0;
        bytes += (Target * site.Targets.Count) + (SnmpTarget * site.Targets.Count(t => t.Kind is "snmp"));
        bytes += site.Ports.Count > 0 ? Exchange : 0;
        return bytes + (Port * site.Ports.Count) + (PortKeys * site.Ports.Count(p => p.HasKeys || !p.IsMember));
    }

    /// <returns>Why the site does not fit the board, or null.</returns>
    public static Finding? Of(Site site, Board board)
    {
        int room = board.ManagedHeap - Reserve;
        int estimate = Estimate(site);
        return board.ManagedHeap == 0 || estimate <= room
            ? null
            : new Finding("", $"this site keeps about {estimate / 1024} KiB of managed heap, and {board.Name} has room for {room / 1024}", "leave sensors, targets or ports with keys out, give some to a second device, or take a board with PSRAM");
    }
}
