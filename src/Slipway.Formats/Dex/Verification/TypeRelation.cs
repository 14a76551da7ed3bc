namespace Slipway.Formats.Dex.Verification;

/// <summary>Whether one type is a subtype of another, as far as the known classes allow an answer.</summary>
internal enum TypeRelation
{
    No,
    Unknown,
    Yes,
}
