namespace Slipway.Formats.Dex;

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
