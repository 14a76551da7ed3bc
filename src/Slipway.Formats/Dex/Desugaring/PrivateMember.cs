namespace Slipway.Formats.Dex.Desugaring;

/// <summary>A private field or method that code outside its class uses.</summary>
/// <param name="Owner">Internal name of the class that declares it.</param>
/// <param name="Name">Simple name.</param>
/// <param name="Descriptor">Type or method descriptor.</param>
internal readonly record struct PrivateMember(string Owner, string Name, string Descriptor);
