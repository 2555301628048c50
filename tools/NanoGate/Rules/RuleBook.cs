using System.Reflection;

namespace NanoGate.Rules;

/// <summary>Every rule of the gate's own. NG01 looks at project files, NG02 at metadata and IL, NG03 at the code's meaning.</summary>
public static class RuleBook
{
    public static readonly Rule DependencyBroken = new("NG0001", "a project it references does not compile.", "Mend that one first.");
    public static readonly Rule Unreadable = new("NG0002", "the project cannot be read.", "Mend the file at that place.");

    public static readonly Rule CompileWithoutFile = new("NG0101", "a Compile item names a file that is not there.", "Remove the item or add the file.");
    public static readonly Rule FileWithoutCompile = new("NG0102", "the project system takes no wildcards, so a file without a Compile item is not built.", "Add a Compile item or delete the file.");
    public static readonly Rule CompileTwice = new("NG0103", "each file stands in exactly one Compile item, written out.", "Remove the repetition or the wildcard.");
    public static readonly Rule ReferenceWithoutPackage = new("NG0104", "each Reference comes from a package that packages.config names with the same version.",
        "Let the HintPath read packages\\<id>.<version>\\lib\\<assembly>.dll and list that package.");
    public static readonly Rule ReferenceWithoutListing = new("NG0105", "there is no API listing of that assembly, so nothing is known of what it holds.", "Reference a listed assembly or add a listing (README of NanoGate).");
    public static readonly Rule PackagePinned = new("NG0106", "packages are used at one pinned version, which matches the firmware image.", "Write the version of Packages.json, once, or change the pin there on purpose.");
    public static readonly Rule TargetFramework = new("NG0107", "a package that is not marked for nanoFramework is not restored.", "Write targetFramework=\"netnano1.0\".");
    public static readonly Rule DependencyMissing = new("NG0108", "references are not transitive on nanoFramework; the image would lack an assembly.", "Reference it as well, and list its package.");
    public static readonly Rule ProjectType = new("NG0109", "Visual Studio recognises the project by its type GUIDs in this order.",
        "Write {11A8DD76-328B-46DF-9F39-F559912D0360};{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}.");
    public static readonly Rule Imports = new("NG0110", "the project system needs its three imports in order, each guarded by an Exists condition on the same path, so that the project also loads where it is not installed.",
        "Import NFProjectSystem.Default.props after Globals, NFProjectSystem.props after the main property group, NFProjectSystem.CSharp.targets last.");
    public static readonly Rule TestProject = new("NG0111", "the test launcher only finds a project of the exact form.", "Set it as the other test project does.");
    public static readonly Rule LanguageVersion = new("NG0112", "newer compilers embed attributes that the device lacks, and the default differs between versions of the extension.", "Set LangVersion to 9.0 or 10.0.");
    public static readonly Rule ForbiddenProperty = new("NG0113", "the setting weakens the build or means something else on the device.", "Remove it and mend what it hides.");
    public static readonly Rule ProjectBasics = new("NG0114", "the project system needs it.", "Write it as in the other device projects.");

    public static readonly Rule GenericDefinition = new("NG0201", "generic types and methods do not exist on nanoFramework.", "Write it for the one type that is needed.");
    public static readonly Rule GenericUse = new("NG0202", "it compiles, but resolving a generic type crashes the device.", "Declare a delegate or a class of its own; give lambdas an explicit delegate type.");
    public static readonly Rule MultidimensionalArray = new("NG0203", "the device refuses to load an assembly with a multidimensional array.", "Use an array of arrays or compute the index.");
    public static readonly Rule CompilerMadeType = new("NG0204", "the compiler embeds a type that the device's mscorlib lacks.",
        "Leave out what asks for it: readonly structs, readonly and auto-implemented properties in structs (write the field and the getter), in parameters, ref structs of your own, #nullable, language versions above 10.");
    public static readonly Rule ZeroInString = new("NG0205", "strings end at U+0000 on the device; the rest of the text is lost.", "Use bytes or a char array.");
    public static readonly Rule StringIndexInLoop = new("NG0206", "strings are UTF-8, so each index walks from the start and the loop costs the square of the length.", "Take ToCharArray() or the bytes once, before the loop.");

    public static readonly Rule NumberFormat = new("NG0301", "the device knows the formats D, E, F, G, N and X with digits; C, P, R and \"00\" throw NotImplementedException, other custom formats come back as their own text.",
        "Use D, F, N or X with digits, \"D2\" instead of \"00\".");
    public static readonly Rule FormatNotConstant = new("NG0302", "a format that is only known at run time cannot be checked.", "Write the format as a constant.");
    public static readonly Rule FloatingText = new("NG0303", "the device prints wrong or superfluous digits of a double or float without an F format.", "Use F or N with digits, or scaled integers.");
    public static readonly Rule EnumText = new("NG0304", "the device prints an enum as its number, the PC as its name.", "Cast it to int, or write the name by a switch.");
    public static readonly Rule FloatingDivision = new("NG0305", "a floating-point division by zero throws on the device instead of giving infinity.", "Divide by a constant other than zero, multiply by the inverse, or use scaled integers.");
    public static readonly Rule CheckedArithmetic = new("NG0306", "checked arithmetic does not throw on the device; it wraps silently.", "Compare against the limits before the operation.");

    public static IReadOnlyList<Rule> All { get; } =
        [.. typeof(RuleBook).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Rule>()];
}
