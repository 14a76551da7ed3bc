namespace Slipway.Formats.Dex;

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
