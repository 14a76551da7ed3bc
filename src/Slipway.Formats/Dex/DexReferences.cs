namespace Slipway.Formats.Dex;

/// <summary>A field by name.</summary>
/// <param name="Owner">Type descriptor of the class.</param>
/// <param name="Name">Name.</param>
/// <param name="Type">Type descriptor of the field.</param>
public sealed record DexFieldReference(string Owner, string Name, string Type);

/// <summary>A method by name.</summary>
/// <param name="Owner">Type descriptor of the class; may be an array's.</param>
/// <param name="Name">Name.</param>
/// <param name="Descriptor">Method descriptor, for example <c>(ILjava/lang/String;)V</c>.</param>
public sealed record DexMethodReference(string Owner, string Name, string Descriptor);

/// <summary>The operand of invoke-polymorphic.</summary>
/// <param name="Method">The method with a polymorphic signature.</param>
/// <param name="Descriptor">Method descriptor of this call.</param>
public sealed record DexPolymorphicReference(DexMethodReference Method, string Descriptor);

/// <summary>A method handle (dex-format, method_handle_item; version 038 and later).</summary>
/// <param name="Kind">The operation.</param>
/// <param name="Field">The field, for kinds that read or write one; otherwise null.</param>
/// <param name="Method">The method, for kinds that invoke one; otherwise null.</param>
public sealed record DexMethodHandle(DexMethodHandleKind Kind, DexFieldReference? Field, DexMethodReference? Method);

/// <summary>Kinds of method handles (dex-format, "Method Handle Type Codes").</summary>
public enum DexMethodHandleKind
{
    /// <summary>Sets a static field.</summary>
    StaticPut = 0,

    /// <summary>Reads a static field.</summary>
    StaticGet = 1,

    /// <summary>Sets an instance field.</summary>
    InstancePut = 2,

    /// <summary>Reads an instance field.</summary>
    InstanceGet = 3,

    /// <summary>Calls a static method.</summary>
    InvokeStatic = 4,

    /// <summary>Calls a virtual method.</summary>
    InvokeInstance = 5,

    /// <summary>Creates an object.</summary>
    InvokeConstructor = 6,

    /// <summary>Calls a method directly, without dispatch to an overriding one.</summary>
    InvokeDirect = 7,

    /// <summary>Calls a method of an interface.</summary>
    InvokeInterface = 8,
}

/// <summary>
/// A call site of invoke-custom (dex-format, call_site_item; version 038 and later). Compared by identity, because the runtime links
/// each call site separately.
/// </summary>
/// <param name="values">The bootstrap method handle, the name, the method type, and then static arguments.</param>
public sealed class DexCallSite(IReadOnlyList<DexValue> values)
{
    /// <summary>The bootstrap method handle, the name, the method type, and then static arguments.</summary>
    public IReadOnlyList<DexValue> Values { get; } = values;
}
