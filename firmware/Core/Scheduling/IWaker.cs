namespace Appliance.Core.Scheduling;

/// <summary>Makes a sleeping worker look at its work now. Any thread may call.</summary>
public interface IWaker
{
    void Wake();
}
