using Ixp.Flash;
using Ixp.Sites;

namespace Ixp.Commands;

/// <summary>Runs a command, whose complaints become a line of words and exit code 2.</summary>
internal static class Guarded
{
    public static int Run(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (Exception e) when (IsComplaint(e))
        {
            Console.Error.WriteLine($"ixp: {e.Message}");
            return 2;
        }
    }

    public static async Task<int> Run(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception e) when (IsComplaint(e))
        {
            await Console.Error.WriteLineAsync($"ixp: {e.Message}");
            return 2;
        }
    }

    private static bool IsComplaint(Exception e) => e is CommandLineException or SiteException or FlashException or IOException or UnauthorizedAccessException;
}
