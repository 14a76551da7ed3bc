namespace Slipway.Formats.Dex.Generation;

/// <summary>Properties of an operation.</summary>
[Flags]
internal enum OperationFlags : byte
{
    /// <summary>No property.</summary>
    None = 0,

    /// <summary>vA is a result.</summary>
    WritesA = 1,

    /// <summary>vA is an operand.</summary>
    ReadsA = 2,

    /// <summary>The operation can throw into a handler; its result is not written then.</summary>
    CanThrow = 4,

    /// <summary>Its only effect is writing its result.</summary>
    IsPure = 8,

    /// <summary>The operation calls a method.</summary>
    IsInvoke = 16,
}
