namespace Slipway.Formats.Dex;

/// <summary>A field by name.</summary>
/// <param name="Owner">Type descriptor of the class.</param>
/// <param name="Name">Name.</param>
/// <param name="Type">Type descriptor of the field.</param>
public sealed record DexFieldReference(string Owner, string Name, string Type);
