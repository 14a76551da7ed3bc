namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>How a value is compared.</summary>
/// <param name="Kind">The comparison.</param>
/// <param name="Value">With what; empty where nothing is needed.</param>
public sealed record RequirementMatch(RequirementMatchKind Kind, ReadOnlyMemory<byte> Value);
