using System.CommandLine;

namespace Ixp.Commands;

/// <summary>The port on which the NOC connects to a broker.</summary>
internal static class NocPortOption
{
    public static Option<int?> Create(string description)
    {
        var option = new Option<int?>("--noc-port") { Description = description };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 65535)
                result.AddError("--noc-port: a port is 1 to 65535.");
        });
        return option;
    }
}
