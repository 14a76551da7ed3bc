namespace Slipway.Formats.ClassFile;

/// <summary>EnclosingMethod attribute (JVMS 4.7.7).</summary>
/// <param name="Class">Internal name of the innermost enclosing class.</param>
/// <param name="Name">Name of the enclosing method; null when the class is not directly inside one.</param>
/// <param name="Descriptor">Descriptor of that method; null with <paramref name="Name"/>.</param>
public sealed record EnclosingMethodEntry(string Class, string? Name, string? Descriptor);
