namespace Slipway.Formats.Dex.Generation;

/// <summary>Selects the shortest const instruction for a value (dalvik-bytecode, opcodes 12 to 19).</summary>
internal static class ConstantForms
{
    private const int MaxNibbleRegister = 15;

    public static DexOpcode Single(int value, int register) => value switch
    {
        >= -8 and <= 7 when register <= MaxNibbleRegister => DexOpcode.Const4,
        >= short.MinValue and <= short.MaxValue => DexOpcode.Const16,
        _ when (value & 0xffff) == 0 => DexOpcode.ConstHigh16,
        _ => DexOpcode.Const,
    };

    public static DexOpcode Wide(long value) => value switch
    {
        >= short.MinValue and <= short.MaxValue => DexOpcode.ConstWide16,
        >= int.MinValue and <= int.MaxValue => DexOpcode.ConstWide32,
        _ when (value & 0xffff_ffff_ffff) == 0 => DexOpcode.ConstWideHigh16,
        _ => DexOpcode.ConstWide,
    };
}
