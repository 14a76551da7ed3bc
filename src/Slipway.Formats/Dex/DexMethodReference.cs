namespace Slipway.Formats.Dex;

/// <summary>A method by name.</summary>
/// <param name="Owner">Type descriptor of the class; may be an array's.</param>
/// <param name="Name">Name.</param>
/// <param name="Descriptor">Method descriptor, for example <c>(ILjava/lang/String;)V</c>.</param>
public sealed record DexMethodReference(string Owner, string Name, string Descriptor);
