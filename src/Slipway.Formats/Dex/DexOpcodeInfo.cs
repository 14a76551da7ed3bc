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

/// <summary>
/// Formats of encoded instructions. The name consists of the number of 16-bit units, the number of registers and the kind of extra
/// data (source.android.com, "Dalvik executable instruction formats").
/// </summary>
internal enum DexFormat : byte
{
    /// <summary>No instruction.</summary>
    None,
    F10x,
    F12x,
    F11n,
    F11x,
    F10t,
    F20t,
    F22x,
    F21t,
    F21s,
    F21h,
    F21c,
    F23x,
    F22b,
    F22t,
    F22s,
    F22c,
    F30t,
    F32x,
    F31i,
    F31t,
    F31c,
    F35c,
    F3rc,
    F45cc,
    F4rcc,
    F51l,
}

/// <summary>The kind of item that the index in an instruction refers to.</summary>
internal enum DexIndexKind : byte
{
    None,
    String,
    Type,
    Field,
    Method,

    /// <summary>A method and, as a second index, the descriptor of the call (invoke-polymorphic).</summary>
    MethodAndProto,
    CallSite,
    MethodHandle,
    Proto,
}

/// <summary>Effects of an instruction on the flow of control.</summary>
[Flags]
internal enum DexOpcodeFlags : byte
{
    None = 0,

    /// <summary>May throw, so that control can pass to a handler that covers it.</summary>
    CanThrow = 1,

    /// <summary>Has one target: goto or a conditional branch.</summary>
    Branches = 2,

    /// <summary>Has a table of targets.</summary>
    Switches = 4,

    /// <summary>Never continues with the next instruction: goto, return, throw.</summary>
    EndsFlow = 8,

    /// <summary>Sets the result for a following move-result.</summary>
    SetsResult = 16,
}
