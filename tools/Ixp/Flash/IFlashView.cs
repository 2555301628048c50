namespace Ixp.Flash;

/// <summary>Shows how flashing goes on.</summary>
internal interface IFlashView : IDisposable
{
    /// <summary>A step begins.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="of">How many there are.</param>
    void Begin(int number, int of, string title);

    /// <summary>A line of nanoff or of the board.</summary>
    void Line(string text);

    /// <summary>The step has ended well.</summary>
    void Done();
}
