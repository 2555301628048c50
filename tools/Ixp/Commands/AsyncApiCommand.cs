using System.CommandLine;
using Ixp.Contract;

namespace Ixp.Commands;

/// <summary>Prints the contract as an AsyncAPI document.</summary>
internal static class AsyncApiCommand
{
    public static Command Create()
    {
        var command = new Command("asyncapi", "Print the MQTT contract as an AsyncAPI 3 document: what tools/Ixp/Contract/asyncapi.json has to hold.");
        command.SetAction(_ => Console.Out.Write(AsyncApi.Text()));
        return command;
    }
}
