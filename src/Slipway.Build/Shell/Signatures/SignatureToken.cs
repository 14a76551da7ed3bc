namespace Slipway.Build.Shell.Signatures;

/// <summary>A token of a signature text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its text; for a string, the unescaped text between the quotes.</param>
/// <param name="Offset">Where it starts, in characters.</param>
internal readonly record struct SignatureToken(SignatureTokenKind Kind, string Value, int Offset)
{
    public bool Is(string value) => Kind is SignatureTokenKind.Word or SignatureTokenKind.Punctuation && Value == value;
}

internal enum SignatureTokenKind
{
    End,
    Word,
    Number,
    Text,
    Punctuation,
}
