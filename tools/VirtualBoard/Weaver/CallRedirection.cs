using Mono.Cecil;
using Mono.Cecil.Cil;

namespace VirtualBoard.Weaving;

/// <summary>Sends calls of replaced members to their stand-ins.</summary>
internal sealed class CallRedirection(ModuleDefinition module, ReplacementTable replacements)
{
    public void Apply(MethodBody body)
    {
        foreach (var instruction in body.Instructions.ToArray())
        {
            switch (instruction.OpCode.Code)
            {
                case Code.Call or Code.Callvirt:
                    Call(body, instruction, (MethodReference)instruction.Operand);
                    break;
                case Code.Newobj when replacements.ForConstructor((MethodReference)instruction.Operand) is { } maker:
                    Set(instruction, OpCodes.Call, maker);
                    break;
                case Code.Ldftn when replacements.ForMethod((MethodReference)instruction.Operand) is { } target:
                    // A delegate may be closed over the first argument of a static method, so the instance stays where it is.
                    Set(instruction, OpCodes.Ldftn, target);
                    break;
                case Code.Ldvirtftn when replacements.ForMethod((MethodReference)instruction.Operand) is { } target:
                    Set(instruction, OpCodes.Pop, null);
                    body.GetILProcessor().InsertAfter(instruction, Instruction.Create(OpCodes.Ldftn, Import(target)));
                    break;
                case Code.Ldsfld when replacements.ForField((FieldReference)instruction.Operand) is { } getter:
                    Set(instruction, OpCodes.Call, getter);
                    break;
            }
        }
    }

    private void Call(MethodBody body, Instruction call, MethodReference member)
    {
        if (call.Previous is { OpCode.Code: Code.Constrained } prefix)
            Constrained(body, call, prefix, member);
        else if (member is { Name: ".ctor", DeclaringType.IsValueType: true } || IsStructConstructor(member))
            ConstructInPlace(body, call, member);
        else if (replacements.ForMethod(member) is { } target && !IsBaseCall(call, member))
            Redirect(body, call, member, target);
    }

    /// <summary><c>base.ToString()</c> must stay what it is, or an override that the stand-in calls would call itself.</summary>
    private static bool IsBaseCall(Instruction call, MethodReference member) =>
        call.OpCode.Code == Code.Call && member.HasThis && member.Resolve() is { IsVirtual: true, DeclaringType.IsValueType: false };

    private static bool IsStructConstructor(MethodReference member) =>
        member.Name == ".ctor" && member.DeclaringType.Resolve() is { IsValueType: true };

    /// <summary>Address and arguments are on the stack: the value is made, then stored at the address.</summary>
    private void ConstructInPlace(MethodBody body, Instruction call, MethodReference constructor)
    {
        if (replacements.ForConstructor(constructor) is not { } maker)
            return;

        Set(call, OpCodes.Call, maker);
        body.GetILProcessor().InsertAfter(call, Instruction.Create(OpCodes.Stobj, constructor.DeclaringType));
    }

    private void Redirect(MethodBody body, Instruction call, MethodReference member, MethodDefinition target)
    {
        bool isAddress = member.HasThis && member.DeclaringType.Resolve() is { IsValueType: true };
        if (isAddress && !target.Parameters[0].ParameterType.IsByReference)
            LoadInstance(body, call, member, [Instruction.Create(OpCodes.Ldobj, member.DeclaringType)]);
        Set(call, OpCodes.Call, target);
    }

    /// <summary>A virtual call on a value through its address: the device finds the method of the value's type, so does this.</summary>
    private void Constrained(MethodBody body, Instruction call, Instruction prefix, MethodReference member)
    {
        var type = (TypeReference)prefix.Operand;
        if (type.Resolve() is not { IsValueType: true } definition)
            return;

        var target = definition.IsEnum ? replacements.ForInstance("System.Enum", member) : null;
        target ??= replacements.ForMethod(member);
        if (target is null)
            return;

        LoadInstance(body, call, member, [Instruction.Create(OpCodes.Ldobj, type), Instruction.Create(OpCodes.Box, type)]);
        Set(prefix, OpCodes.Nop, null);
        Set(call, OpCodes.Call, target);
    }

    /// <summary>Turns the instance's address below the arguments into the instance.</summary>
    private void LoadInstance(MethodBody body, Instruction call, MethodReference member, Instruction[] load)
    {
        var il = body.GetILProcessor();
        var arguments = member.Parameters.Select(p => new VariableDefinition(p.ParameterType)).ToArray();
        var first = Instruction.Create(OpCodes.Nop);
        il.InsertBefore(call, first);
        foreach (var argument in arguments)
            body.Variables.Add(argument);
        foreach (var argument in arguments.Reverse())
            il.InsertBefore(call, Instruction.Create(OpCodes.Stloc, argument));
        foreach (var step in load)
            il.InsertBefore(call, step);
        foreach (var argument in arguments)
            il.InsertBefore(call, Instruction.Create(OpCodes.Ldloc, argument));

        // Branches to the call enter before what was put in front of it; a call has its arguments on the stack at either place.
        BranchTargets.Move(body, call, first);
    }

    private MethodReference Import(MethodDefinition target) => module.ImportReference(target);

    private void Set(Instruction instruction, OpCode opcode, MethodDefinition? operand)
    {
        instruction.OpCode = opcode;
        instruction.Operand = operand is null ? null : Import(operand);
    }
}
