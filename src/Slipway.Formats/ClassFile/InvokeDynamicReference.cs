namespace Slipway.Formats.ClassFile;

/// <summary>An invokedynamic call site (JVMS 4.4.10) with its bootstrap method.</summary>
/// <param name="Name">Name at the call site.</param>
/// <param name="Descriptor">Method descriptor of the call site.</param>
/// <param name="Bootstrap">The bootstrap method.</param>
/// <param name="Arguments">
/// Static arguments: <see cref="int"/>, <see cref="long"/>, <see cref="float"/>, <see cref="double"/>, <see cref="string"/>,
/// <see cref="ClassConstant"/>, <see cref="MethodTypeConstant"/>, <see cref="MethodHandleConstant"/>, <see cref="DynamicConstant"/>.
/// </param>
public sealed record InvokeDynamicReference(string Name, string Descriptor, MethodHandleConstant Bootstrap, IReadOnlyList<object> Arguments);
