namespace Slipway.Formats.ClassFile;

/// <summary>A class in a constant pool.</summary>
/// <param name="Name">Internal name or array descriptor.</param>
public sealed record ClassConstant(string Name);
