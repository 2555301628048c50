using Appliance.Core.Metrics;
using Appliance.Core.Snmp;

namespace Appliance.Core.Traffic;

/// <summary>
/// Finds the numbers of an agent's ports by their names: it walks the column ifName, one row a request, until every port that lacks
/// its number has it or the column ends.
/// </summary>
public sealed class PortWalk
{
    /// <summary>More rows are not walked.</summary>
    public const int MostRows = 2048;

    private uint _row;
    private int _rows;

    public bool IsDone { get; private set; } = true;

    /// <summary>Begins at the first row.</summary>
    public void Begin()
    {
        _row = 0;
        _rows = 0;
        IsDone = false;
    }

    /// <summary>Gives up; what was found stays.</summary>
    public void Stop() => IsDone = true;

    /// <summary>Asks for the next row.</summary>
    /// <param name="request">One of GetNext, for nothing else.</param>
    /// <returns>False if there is no room for it; then nothing has changed.</returns>
    public bool Ask(SnmpRequest request) => request.Add(MibObject.PortName, _row);

    /// <summary>Takes a response. One that was not <see cref="SnmpOutcome.Answered"/> ends the walk.</summary>
    /// <param name="ports">All ports of the agent. When the walk ends, those that were not found are NotPresent.</param>
    public void Take(SnmpResponse response, SwitchPort[] ports, long nowMs)
    {
        _row = response.Row(0);
        _rows++;
        bool isLast = _row == 0 || _rows == MostRows;
        IsDone = true;
        for (int i = 0; i < ports.Length; i++)
        {
            SwitchPort port = ports[i];
            if (port.IfIndex != 0 || port.IfName == null)
            {
                continue;
            }

            if (_row != 0 && response.Holds(0, port.IfName))
            {
                port.IfIndex = _row;
            }
            else if (isLast)
            {
                port.Lose(Quality.NotPresent, nowMs);
            }
            else
            {
                IsDone = false;
            }
        }
    }
}
