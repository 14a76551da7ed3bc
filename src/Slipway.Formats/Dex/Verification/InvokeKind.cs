namespace Slipway.Formats.Dex.Verification;

/// <summary>The kinds of invoke, in the order of their opcodes.</summary>
internal enum InvokeKind
{
    Virtual,
    Super,
    Direct,
    Static,
    Interface,
}
