using System;
using System.Collections;
using System.Net;
using Appliance.App.Probing;
using Appliance.App.Probing.Datagram;
using Appliance.App.Probing.Snmp;
using Appliance.App.Probing.Tcp;
using Appliance.App.Storage;
using Appliance.Core.Config;
using Appliance.Core.Dns;
using Appliance.Core.Http;
using Appliance.Core.Probing;

namespace Appliance.App.Composition.Probes;

/// <summary>Makes what each target is checked by.</summary>
public sealed class ProbeFactory
{
    private readonly ProbeBook _book;
    private readonly Secrets _secrets;
    private readonly SnmpDesk _snmp = new SnmpDesk();

    /// <param name="entries">Entries <c>target kind= name= host= …</c>, in the order of the book.</param>
    /// <exception cref="ConfigException">A value is missing or wrong.</exception>
    public ProbeFactory(ProbeBook book, ArrayList entries, Secrets secrets)
    {
        _book = book;
        _secrets = secrets;
        int count = book.Targets.Length;
        TcpChecks = new TcpCheck[count];
        DatagramChecks = new DatagramCheck[count];
        for (int i = 0; i < count; i++)
        {
            Add(i, (ConfigEntry)entries[i]);
        }
    }

    /// <summary>By the place of the target; null for those that TCP never checks.</summary>
    public TcpCheck[] TcpChecks { get; }

    /// <summary>By the place of the target; null for those that are not asked by datagrams.</summary>
    public DatagramCheck[] DatagramChecks { get; }

    /// <summary>Taken while what agents tell is written or read.</summary>
    public object Gate => _book.Gate;

    /// <returns>The agent behind the target that an entry names by <c>target=</c>.</returns>
    /// <exception cref="ConfigException">There is no such target, or it is checked otherwise.</exception>
    public SnmpAgent Agent(ConfigEntry entry)
    {
        int index = TargetFactory.IndexOf(_book.Targets, entry.Text("target"));
        return (index < 0 ? null : DatagramChecks[index] as SnmpAgent)
            ?? throw new ConfigException(entry.Line, "'target=" + entry.Text("target") + "' is no target of kind snmp");
    }

    private void Add(int index, ConfigEntry entry)
    {
        Target target = _book.Targets[index];
        try
        {
            switch (target.Kind)
            {
                case TargetKind.Dns:
                    DatagramChecks[index] = new DnsCheck(_book, index, Peer(target), Query(entry));
                    break;
                case TargetKind.Snmp:
                    DatagramChecks[index] = new SnmpAgent(
                        _book, index, Peer(target), _snmp, _secrets.Community(entry.Text("community", "default")), entry.Number("poll", 5, 3600, 30) * 1000);
                    break;
                case TargetKind.Http:
                    TcpChecks[index] = new HeadCheck(Request(target, entry));
                    break;
                case TargetKind.Tcp:
                    TcpChecks[index] = entry.Has("banner") ? new BannerCheck(new Banner(entry.Text("banner"))) : new TcpCheck(false);
                    break;
                default:
                    TcpChecks[index] = new TcpCheck(true);
                    break;
            }
        }
        catch (ArgumentException e)
        {
            throw new ConfigException(entry.Line, e.Message);
        }
    }

    private static IPEndPoint Peer(Target target) => new IPEndPoint(IPAddress.Parse(target.Host), target.Port);

    private static byte[] Request(Target target, ConfigEntry entry)
    {
        string host = entry.Text("vhost", target.Host);
        return HeadRequest.Bytes(target.Port == 80 ? host : host + ":" + target.Port.ToString(), entry.Text("path", "/"));
    }

    private static DnsQuery Query(ConfigEntry entry)
    {
        string type = entry.Text("type", "A");
        return new DnsQuery(entry.Text("query"), type == "AAAA" ? DnsType.Aaaa : type == "SOA" ? DnsType.Soa : DnsType.A);
    }
}
