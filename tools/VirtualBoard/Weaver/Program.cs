using VirtualBoard.Weaving;

if (WeaverOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(WeaverOptions.Usage);
    return 2;
}

return FirmwareBuild.Run(options, Console.Out);
