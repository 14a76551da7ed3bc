namespace Slipway.Formats.Dex.Verification;

/// <summary>What the verifier needs to know about a class on the device.</summary>
/// <param name="Super">Descriptor of the superclass; null for java.lang.Object.</param>
/// <param name="Interfaces">Descriptors of the interfaces.</param>
/// <param name="IsInterface">Whether it is an interface.</param>
public sealed record DexLibraryType(string? Super, IReadOnlyList<string> Interfaces, bool IsInterface);
