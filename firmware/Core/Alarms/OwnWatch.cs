using Appliance.Core.Conditions;
using Appliance.Core.Contract;

namespace Appliance.Core.Alarms;

/// <summary>The alarm of something that the appliance knows of itself: no clock, no storage.</summary>
public sealed class OwnWatch : AlarmSource
{
    private const long Never = -1;

    private readonly long _tripMs;
    private readonly string _text;
    private long _begun = Never;
    private long _since;
    private bool _isRaised;

    /// <param name="text">What it means, for people.</param>
    /// <param name="tripMs">How long it has to be so.</param>
    public OwnWatch(string name, string text, long tripMs)
        : base(name)
    {
        _text = text;
        _tripMs = tripMs;
    }

    /// <summary>It is so now. To be set before each step.</summary>
    public bool IsSo { get; set; }

    public override Severity Severity => _isRaised ? Severity.Fault : Severity.Ok;

    public override Subsystem Subsystem => Subsystem.Appliance;

    public override bool Step(long now)
    {
        _begun = !IsSo ? Never : _begun == Never ? now : _begun;
        bool isRaised = IsSo && now - _begun >= _tripMs;
        if (isRaised == _isRaised)
        {
            return false;
        }

        _isRaised = isRaised;
        _since = isRaised ? _begun : now;
        return true;
    }

    public override bool IsSeenWell() => !IsSo;

    public override AlarmReport Report(Topics topics, Stamp now) => _isRaised
        ? AlarmReport.Fault(topics, Name, null, now.At(_since), _text)
        : AlarmReport.Ok(topics, Name, now.At(_since), "the appliance's " + Name + (Name == "restarts" ? " are" : " is") + " well again");
}
