using System.Runtime.CompilerServices;

namespace System.Threading;

/// <summary>The locks of this boot.</summary>
internal sealed class MonitorTable
{
    private readonly ConditionalWeakTable<object, MonitorState> _locks = [];

    public MonitorState Of(object target) =>
        _locks.GetOrCreateValue(target ?? throw new ArgumentNullException(nameof(target), "There is no lock on null."));
}
