using System.Reflection;
using System.Reflection.Emit;

namespace VirtualBoard.Testing;

/// <summary>
/// Calls a method as the device's launcher does: without an instance, even where it is not static, so that a test that keeps
/// state in an instance fails here as it fails there.
/// </summary>
internal static class NullInstanceCall
{
    public static Action<object?[]> Of(MethodInfo method)
    {
        var call = new DynamicMethod(method.Name, null, [typeof(object[])], method.Module, skipVisibility: true);
        var code = call.GetILGenerator();
        if (!method.IsStatic)
            code.Emit(OpCodes.Ldnull);

        var parameters = method.GetParameters();
        for (int i = 0; i < parameters.Length; i++)
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldc_I4, i);
            code.Emit(OpCodes.Ldelem_Ref);
            code.Emit(OpCodes.Unbox_Any, parameters[i].ParameterType);
        }

        code.Emit(OpCodes.Call, method);
        if (method.ReturnType != typeof(void))
            code.Emit(OpCodes.Pop);
        code.Emit(OpCodes.Ret);

        var target = call.CreateDelegate<Action<object?[]>>();
        return arguments => target(arguments.Length == parameters.Length
            ? arguments
            : throw new ArgumentException($"{method.Name} takes {parameters.Length} arguments, its data row has {arguments.Length}."));
    }
}
