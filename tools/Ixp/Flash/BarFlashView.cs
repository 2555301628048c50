using Spectre.Console;

namespace Ixp.Flash;

/// <summary>A bar a step, and the last line of what is going on beside it.</summary>
internal sealed class BarFlashView : IFlashView
{
    private const int LongestLine = 50;

    private readonly TaskCompletionSource<ProgressContext> _context = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _shown;
    private ProgressTask? _task;
    private string _title = "";

    public BarFlashView(IAnsiConsole console)
    {
        _shown = console.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                _context.SetResult(context);
                return _end.Task;
            });
    }

    public void Begin(int number, int of, string title)
    {
        _title = $"{number}/{of} {title}";
        _task = _context.Task.GetAwaiter().GetResult().AddTask(Markup.Escape(_title)).IsIndeterminate();
    }

    public void Line(string text)
    {
        if (_task is { } task && text.Trim() is { Length: > 0 } line)
            task.Description = $"{Markup.Escape(_title)} [grey]{Markup.Escape(line.Length > LongestLine ? line[..LongestLine] : line)}[/]";
    }

    public void Done()
    {
        if (_task is not { } task)
            return;
        task.IsIndeterminate = false;
        task.Value = task.MaxValue;
        task.Description = Markup.Escape(_title);
        task.StopTask();
    }

    public void Dispose()
    {
        _end.TrySetResult();
        _shown.GetAwaiter().GetResult();
    }
}
