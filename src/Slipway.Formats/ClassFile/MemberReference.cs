namespace Slipway.Formats.ClassFile;

/// <summary>A field or method named by an instruction or a handle.</summary>
/// <param name="Owner">Internal name, or an array descriptor (<c>[I</c>) as in <c>int[].clone()</c>.</param>
/// <param name="Name">Member name.</param>
/// <param name="Descriptor">Type or method descriptor.</param>
/// <param name="IsInterface">Whether the constant pool entry is an InterfaceMethodref.</param>
public sealed record MemberReference(string Owner, string Name, string Descriptor, bool IsInterface = false);
