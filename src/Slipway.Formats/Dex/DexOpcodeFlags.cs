namespace Slipway.Formats.Dex;

/// <summary>How an instruction acts on the flow of control.</summary>
[Flags]
internal enum DexOpcodeFlags : byte
{
    None = 0,

    /// <summary>May throw, so a handler that covers it can be entered.</summary>
    CanThrow = 1,

    /// <summary>Has a target: goto or a conditional branch.</summary>
    Branches = 2,

    /// <summary>Has a table of targets.</summary>
    Switches = 4,

    /// <summary>The next instruction is never reached from it: goto, return, throw.</summary>
    EndsFlow = 8,

    /// <summary>Leaves a value for a following move-result.</summary>
    SetsResult = 16,
}
