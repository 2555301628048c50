using Mono.Cecil.Cil;

namespace VirtualBoard.Weaving;

/// <summary><c>checked</c> compiles on the device but never throws there: every checked operation becomes the wrapping one.</summary>
internal static class WrappingArithmetic
{
    private static readonly Dictionary<Code, OpCode> Wrapping = new()
    {
        [Code.Add_Ovf] = OpCodes.Add,
        [Code.Add_Ovf_Un] = OpCodes.Add,
        [Code.Sub_Ovf] = OpCodes.Sub,
        [Code.Sub_Ovf_Un] = OpCodes.Sub,
        [Code.Mul_Ovf] = OpCodes.Mul,
        [Code.Mul_Ovf_Un] = OpCodes.Mul,
        [Code.Conv_Ovf_I1] = OpCodes.Conv_I1,
        [Code.Conv_Ovf_I1_Un] = OpCodes.Conv_I1,
        [Code.Conv_Ovf_U1] = OpCodes.Conv_U1,
        [Code.Conv_Ovf_U1_Un] = OpCodes.Conv_U1,
        [Code.Conv_Ovf_I2] = OpCodes.Conv_I2,
        [Code.Conv_Ovf_I2_Un] = OpCodes.Conv_I2,
        [Code.Conv_Ovf_U2] = OpCodes.Conv_U2,
        [Code.Conv_Ovf_U2_Un] = OpCodes.Conv_U2,
        [Code.Conv_Ovf_I4] = OpCodes.Conv_I4,
        [Code.Conv_Ovf_I4_Un] = OpCodes.Conv_I4,
        [Code.Conv_Ovf_U4] = OpCodes.Conv_U4,
        [Code.Conv_Ovf_U4_Un] = OpCodes.Conv_U4,

        // The source decides how a 32-bit value widens, not the target: signed ones keep their sign.
        [Code.Conv_Ovf_I8] = OpCodes.Conv_I8,
        [Code.Conv_Ovf_U8] = OpCodes.Conv_I8,
        [Code.Conv_Ovf_I8_Un] = OpCodes.Conv_U8,
        [Code.Conv_Ovf_U8_Un] = OpCodes.Conv_U8,
        [Code.Conv_Ovf_I] = OpCodes.Conv_I,
        [Code.Conv_Ovf_U] = OpCodes.Conv_I,
        [Code.Conv_Ovf_I_Un] = OpCodes.Conv_U,
        [Code.Conv_Ovf_U_Un] = OpCodes.Conv_U,
    };

    public static void Apply(MethodBody body)
    {
        foreach (var instruction in body.Instructions)
        {
            if (Wrapping.TryGetValue(instruction.OpCode.Code, out var wrapping))
                instruction.OpCode = wrapping;
        }
    }
}
