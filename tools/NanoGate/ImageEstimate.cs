using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoGate;

/// <summary>
/// About how large an assembly is on the device. The device's own format has records of fixed size (nanoCLR_Types.h of the
/// interpreter), names and literals once each, and code whose tokens and string operands have two bytes instead of four.
/// An estimate: signatures are counted without looking for equal ones, and padding is left out.
/// </summary>
public static class ImageEstimate
{
    private const int Header = 108;
    private const int AssemblyReference = 12;
    private const int Reference = 8;
    private const int TypeDefinition = 24;
    private const int FieldDefinition = 8;
    private const int MethodDefinition = 16;
    private const int Handler = 12;

    /// <param name="image">An assembly as the compiler makes it.</param>
    /// <returns>Bytes.</returns>
    public static int Of(byte[] image)
    {
        using var module = ModuleDefinition.ReadModule(new MemoryStream(image));
        var types = module.GetTypes().Where(t => t.Name != "<Module>").ToList();
        var methods = types.SelectMany(t => t.Methods).ToList();
        var fields = types.SelectMany(t => t.Fields).Where(f => !f.HasConstant).ToList();
        var members = module.GetMemberReferences().ToList();
        var references = module.GetTypeReferences().ToList();
        return Header
            + (module.AssemblyReferences.Count * AssemblyReference)
            + ((references.Count + members.Count) * Reference)
            + (types.Count * TypeDefinition)
            + (fields.Count * FieldDefinition)
            + (methods.Count * MethodDefinition)
            + methods.Sum(m => 2 + m.Parameters.Count) + (2 * fields.Count) + (4 * members.Count)
            + methods.Where(m => m.HasBody).Sum(m => Code(m.Body))
            + fields.Sum(f => f.InitialValue.Length)
            + Strings(types, methods, fields, references, members);
    }

    private static int Code(MethodBody body)
    {
        int shorter = body.Instructions.Count(i => i.OpCode.OperandType is OperandType.InlineMethod or OperandType.InlineField
            or OperandType.InlineType or OperandType.InlineTok or OperandType.InlineString or OperandType.InlineBrTarget);
        return body.CodeSize - (2 * shorter) + (2 * body.Variables.Count) + (Handler * body.ExceptionHandlers.Count);
    }

    private static int Strings(
        List<TypeDefinition> types, List<MethodDefinition> methods, List<FieldDefinition> fields, List<TypeReference> references, List<MemberReference> members)
    {
        var names = types.SelectMany(t => new[] { t.Name, t.Namespace })
            .Concat(references.SelectMany(r => new[] { r.Name, r.Namespace }))
            .Concat(methods.Select(m => m.Name))
            .Concat(fields.Select(f => f.Name))
            .Concat(members.Select(m => m.Name));
        var literals = methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions).Select(i => i.Operand).OfType<string>();
        return names.Concat(literals).Distinct(StringComparer.Ordinal).Sum(s => Encoding.UTF8.GetByteCount(s) + 1);
    }
}
