namespace Slipway.Formats.Dex;

/// <summary>An annotation (dex-format, annotation_item).</summary>
/// <param name="Visibility">Its visibility.</param>
/// <param name="Type">Type descriptor.</param>
/// <param name="Elements">Elements; the writer sorts them by name.</param>
public sealed record DexAnnotation(DexVisibility Visibility, string Type, IReadOnlyList<KeyValuePair<string, DexValue>> Elements);
