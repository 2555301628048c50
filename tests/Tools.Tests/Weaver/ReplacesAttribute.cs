namespace Tools.Tests.Weaver;

/// <summary>The mark that the weaver looks for, so that these tests need no other project's replacements.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReplacesAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;
}
