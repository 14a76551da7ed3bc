namespace Slipway.Formats.Dex;

/// <summary>What invoke-polymorphic names.</summary>
/// <param name="Method">The method with a polymorphic signature.</param>
/// <param name="Descriptor">Method descriptor of this call.</param>
public sealed record DexPolymorphicReference(DexMethodReference Method, string Descriptor);
