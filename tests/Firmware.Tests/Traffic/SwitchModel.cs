using System.Collections;
using System.Text;
using Appliance.Core.Snmp;
using Appliance.Core.Traffic;
using Appliance.Tests.Snmp;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Traffic;

/// <summary>An agent that looks names up as text, one after the other.</summary>
internal sealed class SwitchModel
{
    private const string NoSuchInstance = "81 00";
    private const string NameColumn = "1.3.6.1.2.1.31.1.1.1.1";

    private readonly SnmpRequest _request = new SnmpRequest(20);

    /// <summary>sysUpTime.</summary>
    public uint Ticks { get; set; } = 5000;

    /// <summary>Of <see cref="SwitchModelPort"/>, by index.</summary>
    public ArrayList Ports { get; } = new ArrayList();

    public SwitchModelPort Add(uint index, string name)
    {
        SwitchModelPort port = new SwitchModelPort(index, name);
        Ports.Add(port);
        return port;
    }

    /// <summary>Polls one port.</summary>
    /// <returns>True if it has gone up or down.</returns>
    public bool Poll(SwitchPort port, long nowMs)
    {
        _request.Begin(SnmpReply.Public, false);
        Assert.IsTrue(_request.Add(MibObject.UpTime));
        Assert.IsTrue(port.Ask(_request));
        Assert.AreEqual(1 + port.Objects, _request.Count);
        _request.Write(1);
        return port.Take(SnmpReply.Answered(_request, Answer(_request)), 1, Ticks, nowMs);
    }

    /// <summary>Walks to the end.</summary>
    /// <returns>How many requests it took.</returns>
    public int Walk(PortWalk walk, SwitchPort[] ports, long nowMs)
    {
        int requests = 0;
        walk.Begin();
        while (!walk.IsDone)
        {
            requests++;
            _request.Begin(SnmpReply.Public, true);
            Assert.IsTrue(walk.Ask(_request));
            _request.Write(requests);
            walk.Take(SnmpReply.Answered(_request, Next(_request)), ports, nowMs);
        }

        return requests;
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private byte[] Answer(SnmpRequest request)
    {
        string[] values = new string[request.Count];
        for (int i = 0; i < values.Length; i++)
        {
            string name = Dotted(request, i);
            values[i] = name == "1.3.6.1.2.1.1.3.0" ? SnmpReply.Unsigned(BerTag.TimeTicks, Ticks) : NoSuchInstance;
            for (int p = 0; p < Ports.Count; p++)
            {
                SwitchModelPort port = (SwitchModelPort)Ports[p];
                string row = "." + port.Index.ToString();
                values[i] = !name.EndsWith(row) ? values[i] : Value(port, name.Substring(0, name.Length - row.Length));
            }
        }

        return SnmpReply.To(request, 0, 0, values);
    }

    private byte[] Next(SnmpRequest request)
    {
        string name = Dotted(request, 0);
        Assert.IsTrue(name.StartsWith(NameColumn + "."));
        uint before = uint.Parse(name.Substring(NameColumn.Length + 1));
        for (int p = 0; p < Ports.Count; p++)
        {
            SwitchModelPort port = (SwitchModelPort)Ports[p];
            if (port.Index > before)
            {
                return SnmpReply.Next(request, NameColumn + "." + port.Index.ToString(), SnmpReply.String(Utf8(port.Name)));
            }
        }

        return SnmpReply.Next(request, "1.3.6.1.2.1.31.1.1.1.2.1", "41 01 00");
    }

    private static string Value(SwitchModelPort port, string column)
    {
        switch (column)
        {
            case "1.3.6.1.2.1.2.2.1.8":
                return SnmpReply.Integer(port.Status);
            case "1.3.6.1.2.1.2.2.1.14":
                return port.HasNoErrors ? NoSuchInstance : SnmpReply.Unsigned(BerTag.Counter32, port.Errors);
            case NameColumn:
                return SnmpReply.String(Utf8(port.Name));
            case "1.3.6.1.2.1.31.1.1.1.6":
                return port.HasNoOctets ? NoSuchInstance : SnmpReply.Unsigned(BerTag.Counter64, port.In);
            case "1.3.6.1.2.1.31.1.1.1.10":
                return port.HasNoOctets ? NoSuchInstance : SnmpReply.Unsigned(BerTag.Counter64, port.Out);
            case "1.3.6.1.2.1.31.1.1.1.15":
                return SnmpReply.Unsigned(BerTag.Gauge32, port.Speed);
            case "1.3.6.1.2.1.31.1.1.1.19":
                return SnmpReply.Unsigned(BerTag.TimeTicks, port.Discontinuity);
            default:
                return NoSuchInstance;
        }
    }

    private static string Dotted(SnmpRequest request, int index)
    {
        string text = "1.3";
        ulong arc = 0;
        for (int i = 1; i < request.NameLength(index); i++)
        {
            byte part = request.Bytes[request.NameStart(index) + i];
            arc = (arc << 7) | (uint)(part & 0x7F);
            if (part < 0x80)
            {
                text += "." + arc.ToString();
                arc = 0;
            }
        }

        return text;
    }
}
