using System.Globalization;
using Mono.Cecil;

namespace Tools.Tests.NanoGate;

/// <summary>The public and protected surface of a module in the lines of <see cref="ListedSurface"/>.</summary>
internal static class MetadataSurface
{
    /// <summary>Compiler-made delegate members and the root destructor, which listings leave out.</summary>
    private static readonly string[] Unlisted = ["BeginInvoke", "EndInvoke"];

    public static IReadOnlyList<string> Of(ModuleDefinition module)
        => [.. module.GetTypes().Where(t => t.IsPublic || t.IsNestedPublic).SelectMany(Of).Order(StringComparer.Ordinal)];

    /// <summary>The type's own line first, then one a member.</summary>
    public static IEnumerable<string> Of(TypeDefinition type)
    {
        var members = Kind(type) switch
        {
            "enum" => type.Fields.Where(f => f.IsStatic).Select(Field),
            "delegate" => type.Methods.Where(m => m.Name == "Invoke").Select(Method),
            _ => type.Fields.Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly).Select(Field)
                .Concat(type.Properties.Where(p => Accessor(p) is { } a && IsShown(a)).Select(Property))
                .Concat(type.Events.Where(e => IsShown(e.AddMethod)).Select(e => $"event {Flags(e.AddMethod)}{Name(e.EventType)} {e.Name}"))
                .Concat(type.Methods.Where(m => IsShown(m) && (!m.IsSpecialName || m.IsConstructor || m.Name.StartsWith("op_", StringComparison.Ordinal)) && !IsRootDestructor(m)).Select(Method)),
        };
        return members.Select(m => $"{Name(type)} {m}").Prepend(
            $"{Kind(type)} {Name(type)} : {Base(type)} [{string.Join(',', type.Interfaces.Select(i => Name(i.InterfaceType)).Order(StringComparer.Ordinal))}] {Modifiers(type)} "
            + $"{(type.IsEnum ? type.Fields[0].FieldType.FullName : "")} {(Has(type, "System.FlagsAttribute") ? "flags" : "")}");
    }

    private static string Kind(TypeDefinition t) => t.IsInterface ? "interface" : t.IsEnum ? "enum" : t.IsValueType ? "struct"
        : t.BaseType?.FullName == "System.MulticastDelegate" ? "delegate" : "class";

    private static string? Base(TypeDefinition t) => Kind(t) == "class" && t.BaseType is not null ? Name(t.BaseType) : null;

    private static string Modifiers(TypeDefinition t) => Kind(t) != "class" ? "" : (t.IsAbstract, t.IsSealed) switch
    {
        (true, true) => "static",
        (true, false) => "abstract",
        (false, true) => "sealed",
        _ => "",
    };

    private static bool IsShown(MethodDefinition m) => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly;

    private static bool IsRootDestructor(MethodDefinition m) => m.Name == "Finalize" && m.DeclaringType.FullName == "System.Object" || Unlisted.Contains(m.Name);

    private static MethodDefinition Accessor(PropertyDefinition p) => p.GetMethod is { } get && IsShown(get) ? get : p.SetMethod;

    private static string Field(FieldDefinition f)
        => f.HasConstant && (f.IsLiteral || f.DeclaringType.IsEnum) ? $"field {(f.IsFamily ? "protected " : "")}{f.Name} = {Constant(f.Constant)}"
            : $"field {(f.IsStatic ? "static " : "")}{(f.IsFamily ? "protected " : "")}{(f.IsInitOnly ? "readonly " : "")}{Name(f.FieldType)} {f.Name}";

    private static string Property(PropertyDefinition p)
        => $"property {Flags(Accessor(p))}{Name(p.PropertyType)} {p.Name}({Parameters(p.Parameters)}) {string.Join(' ', Shown(p.GetMethod, "get").Concat(Shown(p.SetMethod, "set")))}";

    private static IEnumerable<string> Shown(MethodDefinition? accessor, string name) => accessor is not null && IsShown(accessor) ? [name] : [];

    private static string Method(MethodDefinition m)
        => m.IsConstructor ? $"constructor {Flags(m)}({Parameters(m.Parameters)})"
            : $"method {Flags(m)}{Name(m.ReturnType)} {m.Name}({Parameters(m.Parameters)}) {Conditional(m)}{(Has(m, "System.Runtime.CompilerServices.ExtensionAttribute") ? "extension" : "")}{(Has(m, "System.ObsoleteAttribute") ? "obsolete" : "")}";

    private static string Flags(MethodDefinition m)
    {
        var inInterface = m.DeclaringType.IsInterface;
        var kind = inInterface || !m.IsVirtual ? "" : m.IsAbstract ? "abstract " : !m.IsNewSlot ? "override " : m.IsFinal ? "" : "virtual ";
        return (m.IsStatic ? "static " : "") + (m.IsFamily ? "protected " : "") + kind;
    }

    private static string Parameters(IEnumerable<ParameterDefinition> parameters)
        => string.Join(", ", parameters.Select(p => $"{(p.IsOut ? "out " : "")}{(Has(p, "System.ParamArrayAttribute") ? "params " : "")}{Name(p.ParameterType)} {p.Name}{(p.HasConstant ? " = " + Constant(p.Constant) : "")}"));

    private static string Constant(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        char c => ((int)c).ToString(CultureInfo.InvariantCulture),
        double or float => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Name(TypeReference type)
        => type is GenericParameter parameter ? "!" + parameter.Name : type is TypeSpecification spec ? Name(spec.ElementType) + (type.IsArray ? "[]" : type.IsByReference ? "&" : "*") : type.FullName.Replace('/', '+');

    private static string Conditional(MethodDefinition m)
        => m.CustomAttributes.FirstOrDefault(a => a.AttributeType.Name == "ConditionalAttribute")?.ConstructorArguments[0].Value as string ?? "";

    private static bool Has(ICustomAttributeProvider provider, string attribute) => provider.CustomAttributes.Any(a => a.AttributeType.FullName == attribute);
}
