namespace Slipway.Formats.ClassFile;

/// <summary>A method type in a constant pool.</summary>
/// <param name="Descriptor">Method descriptor.</param>
public sealed record MethodTypeConstant(string Descriptor);
