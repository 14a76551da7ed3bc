namespace Slipway.Formats.Dex.Generation;

/// <summary>Properties of an operation.</summary>
[Flags]
internal enum OperationFlags : byte
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>vA is a result.</summary>
    WritesA = 1,

    /// <summary>vA is an operand.</summary>
    ReadsA = 2,

    /// <summary>A handler can be entered from it; its result is then not written.</summary>
    CanThrow = 4,

    /// <summary>It does nothing but write its result.</summary>
    IsPure = 8,

    /// <summary>It calls a method.</summary>
    IsInvoke = 16,
}
