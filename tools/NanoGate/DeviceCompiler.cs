using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using NanoGate.Projects;
using NanoGate.References;

namespace NanoGate;

/// <summary>Compiles a project as the device build would: no standard library, only what the project names, its language version.</summary>
/// <param name="stamp">The version to compile in; null for the one that stands in the source.</param>
internal sealed class DeviceCompiler(ReferenceAssemblies assemblies, VersionStamp? stamp)
{
    private static readonly EmitOptions Portable = new(debugInformationFormat: DebugInformationFormat.PortablePdb, runtimeMetadataVersion: "v4.0.30319");

    /// <summary>Symbols of a Release build.</summary>
    private static readonly string[] Always = ["NANOFRAMEWORK_1_0", "TRACE"];

    /// <summary>What the compiler says when a language feature finds no type to stand on.</summary>
    private static readonly string[] NeedsLibrary = ["CS0518", "CS0656", "CS1935", "CS1980", "CS8137", "CS8179"];

    /// <param name="siblings">The images of the projects it references.</param>
    public CSharpCompilation Prepare(NfProject project, IEnumerable<byte[]> siblings, Func<string, bool> hasListing)
    {
        var parse = new CSharpParseOptions(Version(project), DocumentationMode.None, preprocessorSymbols: Always.Concat(project.Defines));
        var options = new CSharpCompilationOptions(
            project.IsExecutable ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: project.AllowUnsafe,
            reportSuppressedDiagnostics: true,
            deterministic: true,
            warningLevel: 4);
        return CSharpCompilation.Create(
            project.AssemblyName,
            project.Compile.Select(c => c.Path).Distinct(StringComparer.Ordinal).Where(File.Exists).Select(p => Parse(p, parse)),
            project.References.Select(r => r.Name).Where(hasListing).Distinct(StringComparer.Ordinal).Select(n => assemblies[n].Reference)
                .Concat(siblings.Select(image => MetadataReference.CreateFromImage(image))),
            options);
    }

    /// <summary>Null images when there are errors; warnings are errors, suppressed or not.</summary>
    public static (byte[]? Image, byte[]? Pdb, IReadOnlyList<Finding> Findings) Emit(CSharpCompilation compilation, string projectPath)
    {
        using var image = new MemoryStream();
        using var pdb = new MemoryStream();
        var result = compilation.Emit(image, pdb, options: Portable);
        var findings = result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => Finding(d, projectPath)).ToList();
        return result.Success ? (image.ToArray(), pdb.ToArray(), findings) : (null, null, findings);
    }

    /// <summary>The project system's default is 9.0.</summary>
    public static LanguageVersion Version(NfProject project)
        => LanguageVersionFacts.TryParse(project.LangVersion ?? "9.0", out var version) ? version : LanguageVersion.CSharp9;

    private SyntaxTree Parse(string path, CSharpParseOptions options)
    {
        using var stream = File.OpenRead(path);
        var source = SourceText.From(stream, Encoding.UTF8, SourceHashAlgorithm.Sha256);
        return CSharpSyntaxTree.ParseText(stamp is null ? source : stamp.Apply(path, source), options, path);
    }

    private static Finding Finding(Diagnostic diagnostic, string projectPath)
    {
        var remark = diagnostic.IsSuppressed ? " (suppressed in the source; the gate takes no suppression)"
            : NeedsLibrary.Contains(diagnostic.Id) ? " (the device's library lacks what this language feature needs; write it without)" : "";
        var span = diagnostic.Location.GetMappedLineSpan();
        var message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture) + remark;
        return span.IsValid && span.Path.Length > 0
            ? new(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1, diagnostic.Id, message)
            : new(projectPath, 0, 0, diagnostic.Id, message);
    }
}
