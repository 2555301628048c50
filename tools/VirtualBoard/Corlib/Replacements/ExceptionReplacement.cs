namespace VirtualBoard.Corlib.Replacements;

/// <summary>Exceptions, which all have the same message unless they were given one.</summary>
[Replaces(typeof(Exception))]
public static class ExceptionReplacement
{
    public static string get_Message(Exception self) => HasOwnMessage(self)
        ? DeviceText.Cut(self.Message)
        : "Exception was thrown: " + self.GetType().FullName;

    /// <returns>Type and message, nothing of inner exceptions or the stack; or what an override says.</returns>
    public static string ToString(Exception self)
    {
        if (!IsOfDotNet(self.GetType().GetMethod(nameof(ToString), [])!.DeclaringType!))
            return self.ToString();

        string message = get_Message(self);
        return message.Length == 0 ? self.GetType().FullName! : self.GetType().FullName + ": " + message;
    }

    /// <summary>False for the message that .NET makes up: the general one, or that of a type of its own.</summary>
    private static bool HasOwnMessage(Exception e)
    {
        var type = e.GetType();
        if (e.Message == $"Exception of type '{type}' was thrown.")
            return false;

        while (!IsOfDotNet(type))
            type = type.BaseType!;
        return type.GetConstructor([]) is not { } make || e.Message != ((Exception)make.Invoke(null)).Message;
    }

    private static bool IsOfDotNet(Type type) => type.Assembly == typeof(Exception).Assembly;
}
