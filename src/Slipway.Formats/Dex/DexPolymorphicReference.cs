namespace Slipway.Formats.Dex;

/// <summary>The operand of invoke-polymorphic.</summary>
/// <param name="Method">The method with a polymorphic signature.</param>
/// <param name="Descriptor">Method descriptor of this call.</param>
public sealed record DexPolymorphicReference(DexMethodReference Method, string Descriptor);
