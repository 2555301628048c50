namespace Mosquitto;

/// <summary>Finds the mosquitto program: on PATH, then where the packages put it, which often is not on a user's PATH.</summary>
internal static class BrokerExecutable
{
    static readonly string[] PackageFolders =
        ["/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin", @"C:\Program Files\mosquitto"];

    /// <exception cref="MosquittoMissingException">It is in none of them.</exception>
    internal static string Find() =>
        Find([.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), .. PackageFolders]);

    internal static string Find(IEnumerable<string> folders)
    {
        string name = OperatingSystem.IsWindows() ? "mosquitto.exe" : "mosquitto";
        return folders.Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists) ?? throw MosquittoMissingException.Broker();
    }
}
