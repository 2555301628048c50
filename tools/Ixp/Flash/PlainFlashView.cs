namespace Ixp.Flash;

/// <summary>A line an event: for pipes and logs.</summary>
internal sealed class PlainFlashView(TextWriter writer) : IFlashView
{
    private string _title = "";

    public void Begin(int number, int of, string title)
    {
        _title = title;
        writer.WriteLine($"{number}/{of} {title}");
    }

    public void Line(string text) => writer.WriteLine($"      {text}");

    public void Done() => writer.WriteLine($"      {_title}: done");

    public void Dispose() => writer.Flush();
}
