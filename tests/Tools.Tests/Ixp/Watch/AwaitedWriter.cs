using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Xunit;

namespace Tools.Tests.Ixp.Watch;

/// <summary>A writer whose lines can be awaited. Every wait fails after half a minute.</summary>
internal sealed class AwaitedWriter : TextWriter
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly StringBuilder _all = new();

    public override Encoding Encoding => Encoding.UTF8;

    public string All
    {
        get
        {
            lock (_all)
                return _all.ToString();
        }
    }

    public override void Write(char value)
    {
        lock (_all)
            _all.Append(value);
    }

    public override void WriteLine(string? value)
    {
        lock (_all)
            _all.Append(value).Append('\n');
        _lines.Writer.TryWrite(value ?? "");
    }

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    /// <summary>The next line as JSON.</summary>
    public async Task<JsonObject> Next() => JsonNode.Parse(await Read())!.AsObject();

    /// <summary>Skips lines up to one that is as told.</summary>
    public async Task Line(Predicate<JsonObject> isIt)
    {
        while (!isIt(await Next()))
        {
        }
    }

    /// <summary>Skips lines up to one that holds the words.</summary>
    public async Task Text(string words)
    {
        while (!(await Read()).Contains(words, StringComparison.Ordinal))
        {
        }
    }

    private Task<string> Read() => _lines.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
}
