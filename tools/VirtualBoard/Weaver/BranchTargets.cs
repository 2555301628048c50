using Mono.Cecil.Cil;

namespace VirtualBoard.Weaving;

/// <summary>The branches of a method body.</summary>
internal static class BranchTargets
{
    /// <summary>Sends every branch that goes to one instruction to another.</summary>
    public static void Move(MethodBody body, Instruction from, Instruction to)
    {
        foreach (var instruction in body.Instructions)
        {
            if (instruction.Operand == from)
                instruction.Operand = to;
            else if (instruction.Operand is Instruction[] targets)
                Array.ForEach(Enumerable.Range(0, targets.Length).Where(i => targets[i] == from).ToArray(), i => targets[i] = to);
        }
    }
}
