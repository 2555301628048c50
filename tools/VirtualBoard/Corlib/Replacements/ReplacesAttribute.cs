namespace VirtualBoard.Corlib.Replacements;

/// <summary>
/// Says that the public static members of this class stand for members of a type that behave differently on the device, or
/// that .NET lacks. The weaver finds them by name and parameter types:
/// <list type="bullet">
/// <item>M(args) for a static M(args); a property P is get_P and set_P, an operator op_Addition and so on;</item>
/// <item>M(T self, args) for an instance M(args), or M(ref T self, args) when T is a struct;</item>
/// <item>New(args) returning T for a constructor, of a struct too;</item>
/// <item>a property F for a static field F.</item>
/// </list>
/// What stands for Object.ToString serves every call of it that names no more special type.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReplacesAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;
}
