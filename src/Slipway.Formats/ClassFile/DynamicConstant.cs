namespace Slipway.Formats.ClassFile;

/// <summary>A dynamically computed constant (JVMS 4.4.10).</summary>
/// <param name="Name">Name.</param>
/// <param name="Descriptor">Type descriptor.</param>
/// <param name="Bootstrap">The bootstrap method.</param>
/// <param name="Arguments">Static arguments, as in <see cref="InvokeDynamicReference"/>.</param>
public sealed record DynamicConstant(string Name, string Descriptor, MethodHandleConstant Bootstrap, IReadOnlyList<object> Arguments);
