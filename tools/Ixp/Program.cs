using System.CommandLine;
using Ixp.Commands;

var root = new RootCommand("The appliance of an Internet Exchange on a PC: runs its firmware on a virtual rack and looks after its configuration.")
{
    RunCommand.Create(),
    BenchCommand.Create(),
    SoakCommand.Create(),
    CheckCommand.Create(),
    WiringCommand.Create(),
    CardCommand.Create(),
    LedCommand.Create(),
    SchemaCommand.Create(),
    AsyncApiCommand.Create(),
    FlashCommand.Create(),
    PackCommand.Create(),
    UnpackCommand.Create(),
    EnrollCommand.Create(),
    WatchCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
