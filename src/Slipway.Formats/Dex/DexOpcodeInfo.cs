namespace Slipway.Formats.Dex;

/// <summary>The fixed properties of an operation.</summary>
/// <param name="Name">Mnemonic.</param>
/// <param name="Format">Encoding.</param>
/// <param name="Index">The kind of item that its index refers to.</param>
/// <param name="Flags">Its effects on the flow of control.</param>
internal readonly record struct DexOpcodeInfo(string Name, DexFormat Format, DexIndexKind Index, DexOpcodeFlags Flags)
{
    public bool CanThrow => (Flags & DexOpcodeFlags.CanThrow) != 0;

    public bool Branches => (Flags & DexOpcodeFlags.Branches) != 0;

    public bool Switches => (Flags & DexOpcodeFlags.Switches) != 0;

    public bool EndsFlow => (Flags & DexOpcodeFlags.EndsFlow) != 0;

    public bool SetsResult => (Flags & DexOpcodeFlags.SetsResult) != 0;
}
