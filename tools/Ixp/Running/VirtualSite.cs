using System.Globalization;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using Ixp.Sites.Sensors;
using VirtualBoard;
using VirtualBoard.Hosting;
using VirtualBoard.Running;
using VirtualRack.Chips;
using VirtualRack.Wiring;
using VirtualRack.World;

namespace Ixp.Running;

/// <summary>
/// A site as it would stand in a rack: a board with its firmware and configuration, all that is wired to it, and the machines
/// that it probes on this PC.
/// </summary>
public sealed class VirtualSite : IDisposable
{
    private readonly Site _site;
    private readonly Sites.Board _board;
    private readonly SiteSecrets _secrets;

    /// <param name="time">Real or virtual; the site does not dispose it.</param>
    /// <param name="secrets">Of device and machines alike; none unless told.</param>
    /// <exception cref="WiringException">A sensor cannot be wired.</exception>
    public VirtualSite(Site site, Sites.Board board, TimeBase time, int seed = 1, SiteSecrets? secrets = null)
    {
        _board = board;
        _secrets = secrets ?? new SiteSecrets();
        Board = new VirtualBoard.Board(Profile(board), time);
        Board.Link.Seed = seed;
        Rack = WiredRack.Wire(
            Board,
            [.. site.Sensors.Where(s => s.Kind.Bus is not SensorBus.None).Select(s => Wired(s, board))],
            new RackSettings { Seed = seed },
            SiteEquipment.PlanOf(site, _secrets));
        _site = site.At(Rack.Equipment);
        Led = LightOf(time);
        if (board is { ButtonPin: { } button, ButtonIsActiveLow: true })
            Button = new DryContact(time, Board.Pins[button], normallyClosed: false, externalPullUp: true);
    }

    public VirtualBoard.Board Board { get; }

    public WiredRack Rack { get; }

    /// <summary>The status LED, or null if the board has none.</summary>
    public LedWatcher? Led { get; }

    /// <summary>The button, active while it is held, or null if the board has none to ground.</summary>
    public DryContact? Button { get; }

    /// <summary>Puts the configuration into the flash, as provisioning does, and switches the board on.</summary>
    public void Boot()
    {
        Provision();
        Board.Boot(ApplianceImage.Firmware);
    }

    /// <summary>Puts the configuration into the flash.</summary>
    public void Provision()
    {
        if (!Board.Flash.IsDirectory(DeviceFiles.Folder))
            Board.Flash.CreateDirectory(DeviceFiles.Folder);
        foreach (var (name, content) in DeviceFiles.Of(_site, _board, _secrets))
            Board.Flash.WriteFile($"{DeviceFiles.Folder}/{name}", content);
    }

    public void Dispose()
    {
        Board.Dispose();
        Rack.Equipment?.Dispose();
    }

    private LedWatcher? LightOf(TimeBase time) => _board switch
    {
        { LedPins: { } pins } => new ThreeLeds(time, Board.Pins[pins.Red], Board.Pins[pins.Amber], Board.Pins[pins.Green], _board.LedIsActiveLow),
        { LedPin: { } pin, LedIsRgb: true } => new Ws2812(time, Board.Pins[pin]),
        { LedPin: { } pin } => new StatusLed(time, Board.Pins[pin], _board.LedIsActiveLow),
        _ => null,
    };

    private static BoardProfile Profile(Sites.Board board) => new()
    {
        Name = board.Name,
        TargetName = board.Image,
        ReservedPins = board.ReservedPins,
        InputOnlyPins = board.InputOnlyPins,
        PulseCounters = board.PulseCounters,
        HasOneWire = board.HasOneWire,
        HasEthernet = board.HasEthernet,
        ManagedHeap = board.ManagedHeap,
        FlashBytes = board.StorageBytes,
    };

    private static WiredSensor Wired(SensorEntry sensor, Sites.Board board) => new(sensor.Kind.Name, sensor.Name)
    {
        Bus = sensor.Bus,
        Address = sensor.Kind.Bus is SensorBus.Serial ? sensor.Number("slave") : sensor.Address,
        Rom = sensor.Text("rom"),
        ShuntMicroohm = sensor.Number("shunt_microohm") ?? 2000,
        Com = sensor.Com,
        Pin = sensor.Pin,
        Channel = sensor.Number("channel"),
        AdcChannel = sensor.Kind.Bus is SensorBus.Analogue && sensor.Pin is { } pin ? board.AdcChannels[pin] : null,
        Values = sensor.Values.Where(v => v.Value is int or bool).ToDictionary(v => v.Key, v => Convert.ToInt32(v.Value, CultureInfo.InvariantCulture)),
        PulsesPerRevolution = sensor.Number("pulses") ?? 2,
        NormallyClosed = sensor.Flag("closed_is_normal"),
    };
}
