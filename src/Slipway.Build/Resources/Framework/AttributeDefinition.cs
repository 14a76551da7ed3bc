namespace Slipway.Build.Resources.Framework;

/// <summary>What an attribute takes.</summary>
/// <param name="Id">Its resource id.</param>
/// <param name="Formats">The kinds of values.</param>
/// <param name="Values">Names of an enum or of flags with their values.</param>
public sealed record AttributeDefinition(uint Id, AttributeFormats Formats, IReadOnlyDictionary<string, uint> Values);
