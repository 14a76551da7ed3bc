namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>A comparison with a value.</summary>
/// <param name="Kind">The comparison.</param>
/// <param name="Value">The value; empty where the comparison needs none.</param>
public sealed record RequirementMatch(RequirementMatchKind Kind, ReadOnlyMemory<byte> Value);
