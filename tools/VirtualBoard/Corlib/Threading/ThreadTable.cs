using System.Runtime.CompilerServices;
using VirtualBoard.Running;

namespace System.Threading;

/// <summary>The Thread object of each thread of this boot.</summary>
internal sealed class ThreadTable
{
    private readonly ConditionalWeakTable<BoardThread, Thread> _threads = [];
    private int _lastId;

    public int NextId() => ++_lastId;

    public void Add(BoardThread thread, Thread managed) => _threads.Add(thread, managed);

    public Thread Of(BoardThread thread) => _threads.GetValue(thread, t => new Thread(t, NextId()));
}
