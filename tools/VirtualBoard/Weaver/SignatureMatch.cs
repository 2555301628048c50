using Mono.Cecil;

namespace VirtualBoard.Weaving;

/// <summary>Whether a reference and the definition it resolves to mean the very same types, assembly by assembly.</summary>
internal static class SignatureMatch
{
    public static bool Same(MethodReference reference, MethodDefinition definition)
    {
        if (reference.HasThis != definition.HasThis || !Same(reference.ReturnType, definition.ReturnType))
            return false;

        for (int i = 0; i < reference.Parameters.Count; i++)
        {
            if (!Same(reference.Parameters[i].ParameterType, definition.Parameters[i].ParameterType))
                return false;
        }

        return true;
    }

    public static bool Same(FieldReference reference, FieldDefinition definition) =>
        Same(reference.FieldType, definition.FieldType);

    private static bool Same(TypeReference a, TypeReference b)
    {
        var left = a.GetElementType();
        var right = b.GetElementType();
        if (left.MetadataType is not (MetadataType.Class or MetadataType.ValueType))
            return left.FullName == right.FullName; // int, string, object, void: the same everywhere
        return left.IsValueType == right.IsValueType && left.Resolve() == right.Resolve();
    }
}
