namespace nanoFramework.Runtime.Native;

/// <summary>Who wants to know of a restart in the present boot.</summary>
internal sealed class RebootHandlers
{
    public RebootEventHandler? Called { get; set; }
}
