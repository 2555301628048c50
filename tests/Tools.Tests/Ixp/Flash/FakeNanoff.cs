using System.Text;

namespace Tools.Tests.Ixp.Flash;

/// <summary>A program that records how it is called, keeps what it is given for the board, and answers as it was told.</summary>
internal sealed class FakeNanoff : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nanoff-").FullName;

    public FakeNanoff()
    {
        Answer("--version", "nanoff 2.5.162+0badcafe");
        Answer("--listtargets", "Available targets:\n  ESP32_OLIMEX\n    1.17.0.20\n    1.17.0.7\n    1.16.2.400\n  ESP32_REV3\n    1.17.0.21");
        Answer("--filedeployment", "Deploying file x to I:\\ixp\\site.conf...OK");
        foreach (string option in new[] { "--update", "--deploy", "--networkdeployment", "--updatearchive" })
            Answer(option, "OK");
        File.WriteAllText(Program, Script());
        File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Program => Path.Combine(_folder, "nanoff");

    /// <summary>The calls so far, each with its arguments.</summary>
    public IReadOnlyList<string[]> Calls => File.Exists(At("calls"))
        ? [.. File.ReadAllText(At("calls")).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split('\n', StringSplitOptions.RemoveEmptyEntries))]
        : [];

    /// <param name="option">A call that has it is answered so.</param>
    public void Answer(string option, string output, int exitCode = 0)
    {
        File.WriteAllText(At("answer" + option), output + "\n");
        File.WriteAllText(At("exit" + option), $"{exitCode}");
    }

    /// <summary>A call that has the option says so, and does not end by itself.</summary>
    public void Hang(string option)
    {
        Answer(option, "hanging");
        File.WriteAllText(At("hang" + option), "");
    }

    /// <summary>A file that it was given for the board.</summary>
    public byte[] Given(string name) => File.ReadAllBytes(Path.Combine(At("given"), name));

    public bool WasGiven(string name) => File.Exists(Path.Combine(At("given"), name));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    private string Script() => new StringBuilder("#!/bin/sh\n")
        .Append($"cd '{_folder}'\nmkdir -p given\n")
        .Append("for argument in \"$@\"; do printf '%s\\n' \"$argument\" >>calls; done\nprintf '\\n' >>calls\n")
        .Append("answer=\nlast=\nfor argument in \"$@\"; do\n")
        .Append("  case \"$last\" in --filedeployment|--networkdeployment) cp \"$(dirname \"$argument\")\"/* given/;; esac\n")
        .Append("  if [ -z \"$answer\" ] && [ -f \"answer$argument\" ]; then answer=$argument; fi\n")
        .Append("  last=$argument\ndone\n")
        .Append("[ -n \"$answer\" ] || exit 9\ncat \"answer$answer\"\nif [ -f \"hang$answer\" ]; then exec sleep 600; fi\nexit \"$(cat \"exit$answer\")\"\n")
        .ToString();
}
