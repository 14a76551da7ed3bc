namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// Works around a bug of ART on 32-bit ARM devices before Android 9 (API level 28): when aget-wide writes to the register of its
/// array, ART overwrites the array with the first half of the result before it reads the second half. The array is moved to another
/// register first.
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
