namespace NanoGate.References;

/// <summary>
/// Where attributes may stand. Listings do not say it, and without it the compiler would refuse a second
/// <c>DataRow</c> on a method or accept <c>[Conditional]</c> on a field.
/// </summary>
internal static class AttributeTargets
{
    private static readonly Dictionary<string, string> Usages = new(StringComparer.Ordinal)
    {
        ["System.AttributeUsageAttribute"] = "Class",
        ["System.FlagsAttribute"] = "Enum",
        ["System.ParamArrayAttribute"] = "Parameter",
        ["System.SerializableAttribute"] = "Class | Struct | Enum | Delegate",
        ["System.NonSerializedAttribute"] = "Field",
        ["System.Diagnostics.ConditionalAttribute"] = "Method | Class, AllowMultiple = true",
        ["System.Runtime.CompilerServices.InternalsVisibleToAttribute"] = "Assembly, AllowMultiple = true",
        ["System.Runtime.CompilerServices.CallerArgumentExpressionAttribute"] = "Parameter",
        ["System.Runtime.CompilerServices.CallerMemberNameAttribute"] = "Parameter",
        ["System.Runtime.CompilerServices.IndexerNameAttribute"] = "Property",
        ["System.Runtime.CompilerServices.MethodImplAttribute"] = "Method | Constructor",
        ["System.Runtime.InteropServices.StructLayoutAttribute"] = "Class | Struct",
        ["nanoFramework.TestFramework.TestClassAttribute"] = "Class",
        ["nanoFramework.TestFramework.TestMethodAttribute"] = "Method",
        ["nanoFramework.TestFramework.SetupAttribute"] = "Method",
        ["nanoFramework.TestFramework.CleanupAttribute"] = "Method",
        ["nanoFramework.TestFramework.DataRowAttribute"] = "Method, AllowMultiple = true",
    };

    /// <summary>The AttributeUsage to write above the type, or nothing.</summary>
    public static string For(string typeName)
    {
        if (!Usages.TryGetValue(typeName, out var usage))
            return "";
        var (targets, rest) = usage.Split(',', 2) switch { [var t, var r] => (t, "," + r), var t => (t[0], "") };
        var flags = string.Join(" | ", targets.Split(" | ").Select(t => "global::System.AttributeTargets." + t));
        return $"[global::System.AttributeUsage({flags}{rest})] ";
    }
}
