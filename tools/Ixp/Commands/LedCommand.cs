using System.CommandLine;
using Ixp.Card;

namespace Ixp.Commands;

/// <summary><c>ixp led</c>: the patterns of the light as a picture.</summary>
internal static class LedCommand
{
    public static Command Create()
    {
        var output = new Option<FileInfo>("--out") { Description = "SVG file to write.", Required = true };
        var command = new Command("led", "Draw the patterns of the status light as the firmware has them: what firmware/App/Indication/led.svg has to hold.") { output };
        command.SetAction(parse => File.WriteAllText(parse.GetValue(output)!.FullName, LedPicture.Draw()));
        return command;
    }
}
