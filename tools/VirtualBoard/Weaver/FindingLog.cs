using Mono.Cecil;
using Mono.Cecil.Cil;

namespace VirtualBoard.Weaving;

/// <summary>Collects what is missing, each complaint once a place.</summary>
internal sealed class FindingLog
{
    private readonly HashSet<WeaveFinding> _seen = [];
    private readonly List<WeaveFinding> _findings = [];

    public IReadOnlyList<WeaveFinding> Findings => _findings;

    public void Add(MethodDefinition method, Instruction? at, string message)
    {
        var point = at is null ? null : LineOf(method, at);
        string where = point is null
            ? method.Module.Assembly.Name.Name
            : $"{point.Document.Url}({point.StartLine},{point.StartColumn})";
        Add(new WeaveFinding(where, method.FullName, message));
    }

    public void Add(TypeDefinition type, string message) =>
        Add(new WeaveFinding(type.Module.Assembly.Name.Name, type.FullName, message));

    public void Add(ModuleDefinition module, string message) =>
        Add(new WeaveFinding(module.Assembly.Name.Name, module.Assembly.Name.Name, message));

    private void Add(WeaveFinding finding)
    {
        if (_seen.Add(finding))
            _findings.Add(finding);
    }

    private static SequencePoint? LineOf(MethodDefinition method, Instruction at)
    {
        for (var i = at; i is not null; i = i.Previous)
        {
            if (method.DebugInformation.GetSequencePoint(i) is { IsHidden: false } point)
                return point;
        }

        return null;
    }
}
