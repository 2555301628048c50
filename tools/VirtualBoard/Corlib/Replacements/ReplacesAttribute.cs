namespace VirtualBoard.Corlib.Replacements;

/// <summary>
/// Says that the public members of this class stand for members of a type that behave differently on the device. The weaver
/// re-points the firmware's references by name and parameter types:
/// <list type="bullet">
/// <item>static method M(args) for static M(args); a property P is get_P and set_P, an operator op_Addition and so on;</item>
/// <item>static method M(T self, args) for instance M(args); when T is a struct, the first parameter is <c>ref T self</c>;</item>
/// <item>static method ctor(args) returning T for <c>newobj T::.ctor(args)</c>;</item>
/// <item>static method ctor(ref T self, args) for <c>call T::.ctor(args)</c> on a struct in place;</item>
/// <item>static field F for static field F.</item>
/// </list>
/// Calls of a virtual method by its base (<c>callvirt Object::ToString</c>, with or without a <c>constrained.</c> prefix)
/// match the replacement of the type named in the call.
/// </summary>
/// <param name="declaringType">Full name of the type as metadata has it, for example <c>System.DateTime</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Enum | AttributeTargets.Struct)]
public sealed class ReplacesAttribute(string declaringType) : Attribute
{
    public string DeclaringType { get; } = declaringType;
}
