namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// ART of 32-bit ARM devices before Android 9 (API level 28) overwrote the array with the first half of the result before it
/// read the second half, when aget-wide wrote to the register of its array. The array is moved elsewhere first.
/// </summary>
internal static class WideLoadOverArray
{
    private const int FirstSdkWithFix = 28;

    public static void Avoid(LoweredMethod method, int minSdk)
    {
        if (minSdk >= FirstSdkWithFix)
            return;
        foreach (var block in method.Blocks)
        {
            for (var i = 0; i < block.Code.Count; i++)
            {
                var load = block.Code[i];
                if (load.Opcode != DexOpcode.AgetWide || (load.B != load.A && load.B != load.A + 1))
                    continue;
                var array = method.NewRegister();
                block.Code.Insert(i, new Operation(DexOpcode.MoveObject, array, load.B) { Line = load.Line });
                load.B = array;
                i++;
            }
        }
    }
}
