namespace Slipway.Build.Resources.Framework;

/// <summary>The definition of an attribute.</summary>
/// <param name="Id">Its resource id.</param>
/// <param name="Formats">The kinds of values that it accepts.</param>
/// <param name="Values">Names of an enum or of flags with their values.</param>
public sealed record AttributeDefinition(uint Id, AttributeFormats Formats, IReadOnlyDictionary<string, uint> Values);
