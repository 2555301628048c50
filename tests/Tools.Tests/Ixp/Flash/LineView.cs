using Ixp.Flash;

namespace Tools.Tests.Ixp.Flash;

/// <summary>Hands on each line.</summary>
internal sealed class LineView(Action<string> take) : IFlashView
{
    public void Begin(int number, int of, string title)
    {
    }

    public void Line(string text) => take(text);

    public void Done()
    {
    }

    public void Dispose()
    {
    }
}
