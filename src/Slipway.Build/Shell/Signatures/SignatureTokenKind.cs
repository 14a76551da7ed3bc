namespace Slipway.Build.Shell.Signatures;

internal enum SignatureTokenKind
{
    End,
    Word,
    Number,
    Text,
    Punctuation,
}
