namespace Slipway.Formats.ClassFile;

/// <summary>A method handle in a constant pool (JVMS 4.4.8).</summary>
/// <param name="Kind">The operation of the handle.</param>
/// <param name="Member">The field or method.</param>
public sealed record MethodHandleConstant(MethodHandleKind Kind, MemberReference Member);
