namespace Slipway.Formats.Dex.Generation;

/// <summary>Offsets from the first opcode of a family to another one; all families have the same layout.</summary>
internal static class OpcodeOffset
{
    public static DexOpcode Plus(this DexOpcode opcode, int offset) => (DexOpcode)((int)opcode + offset);
}
