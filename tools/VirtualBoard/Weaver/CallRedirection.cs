using Mono.Cecil;
using Mono.Cecil.Cil;

namespace VirtualBoard.Weaving;

/// <summary>Sends the uses of replaced members to their stand-ins.</summary>
internal sealed class CallRedirection(ModuleDefinition module, ReplacementTable replacements)
{
    public void Apply(MethodBody body)
    {
        foreach (var instruction in body.Instructions.ToArray())
        {
            switch (instruction.OpCode.Code)
            {
                case Code.Call or Code.Callvirt when instruction.Previous is { OpCode.Code: Code.Constrained } prefix:
                    Constrained(body, instruction, prefix);
                    break;
                case Code.Call when instruction.Operand is MethodReference { Name: ".ctor" } constructor:
                    ConstructInPlace(body, instruction, constructor);
                    break;
                case Code.Call or Code.Callvirt when !IsBaseCall(instruction):
                    Call(body, instruction);
                    break;
                case Code.Newobj when replacements.ForConstructor((MethodReference)instruction.Operand) is { } maker:
                    Set(instruction, OpCodes.Call, module.ImportReference(maker));
                    break;
                case Code.Ldftn or Code.Ldvirtftn when replacements.ForMethod((MethodReference)instruction.Operand) is { } target:
                    LoadFunction(body, instruction, target);
                    break;
                case Code.Ldsfld or Code.Ldsflda when replacements.ForField((FieldReference)instruction.Operand) is { } getter:
                    LoadField(body, instruction, getter);
                    break;
            }
        }
    }

    /// <summary><c>base.ToString()</c> must stay what it is: a stand-in may call the override, which would come back here.</summary>
    private static bool IsBaseCall(Instruction call)
    {
        var member = (MethodReference)call.Operand;
        return call.OpCode.Code == Code.Call && member.HasThis && member.Resolve() is { IsVirtual: true, DeclaringType.IsValueType: false };
    }

    private void Call(MethodBody body, Instruction call)
    {
        var member = (MethodReference)call.Operand;
        if (replacements.ForMethod(member) is not { } target)
            return;

        bool isAddress = member.HasThis && member.DeclaringType.Resolve() is { IsValueType: true };
        if (isAddress && !target.Parameters[0].ParameterType.IsByReference)
            LoadInstance(body, call, member, Instruction.Create(OpCodes.Ldobj, member.DeclaringType));
        Set(call, OpCodes.Call, module.ImportReference(target));
    }

    /// <summary>Address and arguments of a struct are on the stack: the value is made, then put there. A base constructor stays.</summary>
    private void ConstructInPlace(MethodBody body, Instruction call, MethodReference constructor)
    {
        if (replacements.ForConstructor(constructor) is not { ReturnType.IsValueType: true } maker)
            return;

        body.GetILProcessor().InsertAfter(call, Instruction.Create(OpCodes.Stobj, constructor.DeclaringType));
        Set(call, OpCodes.Call, module.ImportReference(maker));
    }

    /// <summary>The field becomes a property; who asks for its address gets that of a copy.</summary>
    private void LoadField(MethodBody body, Instruction load, MethodDefinition getter)
    {
        if (load.OpCode.Code == Code.Ldsflda)
        {
            var copy = new VariableDefinition(((FieldReference)load.Operand).FieldType);
            body.Variables.Add(copy);
            var il = body.GetILProcessor();
            il.InsertAfter(load, Instruction.Create(OpCodes.Ldloca, copy));
            il.InsertAfter(load, Instruction.Create(OpCodes.Stloc, copy));
        }

        Set(load, OpCodes.Call, module.ImportReference(getter));
    }

    /// <summary>A virtual call on a struct or enum through its address: the replacement of its own type comes first.</summary>
    private void Constrained(MethodBody body, Instruction call, Instruction prefix)
    {
        var member = (MethodReference)call.Operand;
        var type = (TypeReference)prefix.Operand;
        if (type.Resolve() is not { IsValueType: true } definition)
            return;

        var target = replacements.ForInstance(type.FullName, member)
            ?? (definition.IsEnum ? replacements.ForInstance("System.Enum", member) : null)
            ?? replacements.ForMethod(member);
        if (target is null)
            return;

        var self = target.Parameters[0].ParameterType;
        if (!self.IsByReference)
        {
            var load = Instruction.Create(OpCodes.Ldobj, type);
            if (self.IsValueType)
                LoadInstance(body, call, member, load);
            else
                LoadInstance(body, call, member, load, Instruction.Create(OpCodes.Box, type));
        }

        Set(prefix, OpCodes.Nop, null);
        Set(call, OpCodes.Call, module.ImportReference(target));
    }

    /// <summary>A delegate may be closed over the first argument of a static method, so the instance stays where it is.</summary>
    private void LoadFunction(MethodBody body, Instruction load, MethodDefinition target)
    {
        var function = module.ImportReference(target);
        if (load.OpCode.Code == Code.Ldvirtftn)
        {
            body.GetILProcessor().InsertAfter(load, Instruction.Create(OpCodes.Ldftn, function));
            Set(load, OpCodes.Pop, null);
        }
        else
        {
            Set(load, OpCodes.Ldftn, function);
        }
    }

    /// <summary>Turns the address below the arguments into the instance.</summary>
    private static void LoadInstance(MethodBody body, Instruction call, MethodReference member, params Instruction[] load)
    {
        var il = body.GetILProcessor();
        var arguments = member.Parameters.Select(p => new VariableDefinition(p.ParameterType)).ToArray();
        foreach (var argument in arguments)
            body.Variables.Add(argument);

        Instruction[] steps =
        [
            .. arguments.Reverse().Select(a => Instruction.Create(OpCodes.Stloc, a)),
            .. load,
            .. arguments.Select(a => Instruction.Create(OpCodes.Ldloc, a)),
        ];
        foreach (var step in steps)
            il.InsertBefore(call, step);

        // A branch to the call has address and arguments on the stack as well.
        BranchTargets.Move(body, call, steps[0]);
    }

    private static void Set(Instruction instruction, OpCode opcode, MethodReference? operand)
    {
        instruction.OpCode = opcode;
        instruction.Operand = operand;
    }
}
