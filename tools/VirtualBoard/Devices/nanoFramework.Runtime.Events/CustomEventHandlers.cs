namespace nanoFramework.Runtime.Events;

/// <summary>Who listens to custom events in the present boot.</summary>
internal sealed class CustomEventHandlers
{
    public CustomEventPostedEventHandler? Called { get; set; }
}
