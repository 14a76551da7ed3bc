namespace Slipway.Formats.Dex.Verification;

/// <summary>Whether one type is a subtype of another, as far as the classes at hand tell.</summary>
internal enum TypeRelation
{
    No,
    Unknown,
    Yes,
}
