namespace Slipway.Formats.Dex.Generation;

/// <summary>Steps from the first operation of a family to another: families are laid out alike in the opcode map.</summary>
internal static class OpcodeOffset
{
    public static DexOpcode Plus(this DexOpcode opcode, int offset) => (DexOpcode)((int)opcode + offset);
}
