using System;

namespace Appliance.App;

/// <summary>Lines for whoever watches the debug port. Never a secret, never needed for operation.</summary>
public static class Log
{
    public static void Line(string source, string text) => Console.WriteLine(source + ": " + text);
}
