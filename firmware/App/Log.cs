using System;

namespace Appliance.App;

/// <summary>Lines for whoever watches the debug port. Never a secret, never needed for operation.</summary>
public static class Log
{
    public static void Line(string source, string text)
    {
        try
        {
            Console.WriteLine(source + ": " + text);
        }
        catch (Exception)
        {
            // Who complains is in trouble already: there may be no memory left for the words.
        }
    }
}
