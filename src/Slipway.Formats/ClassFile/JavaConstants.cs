namespace Slipway.Formats.ClassFile;

/// <summary>Kinds of constant pool entries (JVMS table 4.4-A).</summary>
internal enum ConstantTag : byte
{
    /// <summary>Entry 0 and the second half of a long or double.</summary>
    Unusable = 0,
    Utf8 = 1,
    Integer = 3,
    Float = 4,
    Long = 5,
    Double = 6,
    Class = 7,
    String = 8,
    Fieldref = 9,
    Methodref = 10,
    InterfaceMethodref = 11,
    NameAndType = 12,
    MethodHandle = 15,
    MethodType = 16,
    Dynamic = 17,
    InvokeDynamic = 18,
    Module = 19,
    Package = 20,
}

/// <summary>A class in a constant pool.</summary>
/// <param name="Name">Internal name or array descriptor.</param>
public sealed record ClassConstant(string Name);

/// <summary>A field or method named by an instruction or a handle.</summary>
/// <param name="Owner">Internal name, or an array descriptor (<c>[I</c>) as in <c>int[].clone()</c>.</param>
/// <param name="Name">Member name.</param>
/// <param name="Descriptor">Type or method descriptor.</param>
/// <param name="IsInterface">Whether the constant pool entry is an InterfaceMethodref.</param>
public sealed record MemberReference(string Owner, string Name, string Descriptor, bool IsInterface = false);

/// <summary>A method type in a constant pool.</summary>
/// <param name="Descriptor">Method descriptor.</param>
public sealed record MethodTypeConstant(string Descriptor);

/// <summary>A method handle in a constant pool (JVMS 4.4.8).</summary>
/// <param name="Kind">The operation of the handle.</param>
/// <param name="Member">The field or method.</param>
public sealed record MethodHandleConstant(MethodHandleKind Kind, MemberReference Member);

/// <summary>Reference kinds (JVMS table 5.4.3.5-A).</summary>
public enum MethodHandleKind
{
    /// <summary>getfield.</summary>
    GetField = 1,

    /// <summary>getstatic.</summary>
    GetStatic = 2,

    /// <summary>putfield.</summary>
    PutField = 3,

    /// <summary>putstatic.</summary>
    PutStatic = 4,

    /// <summary>invokevirtual.</summary>
    InvokeVirtual = 5,

    /// <summary>invokestatic.</summary>
    InvokeStatic = 6,

    /// <summary>invokespecial of a private or super method.</summary>
    InvokeSpecial = 7,

    /// <summary>new, dup, invokespecial of a constructor.</summary>
    NewInvokeSpecial = 8,

    /// <summary>invokeinterface.</summary>
    InvokeInterface = 9,
}

/// <summary>A dynamically computed constant (JVMS 4.4.10).</summary>
/// <param name="Name">Name.</param>
/// <param name="Descriptor">Type descriptor.</param>
/// <param name="Bootstrap">The bootstrap method.</param>
/// <param name="Arguments">Static arguments, as in <see cref="InvokeDynamicReference"/>.</param>
public sealed record DynamicConstant(string Name, string Descriptor, MethodHandleConstant Bootstrap, IReadOnlyList<object> Arguments);

/// <summary>An invokedynamic call site (JVMS 4.4.10) with its bootstrap method.</summary>
/// <param name="Name">Name at the call site.</param>
/// <param name="Descriptor">Method descriptor of the call site.</param>
/// <param name="Bootstrap">The bootstrap method.</param>
/// <param name="Arguments">
/// Static arguments: <see cref="int"/>, <see cref="long"/>, <see cref="float"/>, <see cref="double"/>, <see cref="string"/>,
/// <see cref="ClassConstant"/>, <see cref="MethodTypeConstant"/>, <see cref="MethodHandleConstant"/>, <see cref="DynamicConstant"/>.
/// </param>
public sealed record InvokeDynamicReference(string Name, string Descriptor, MethodHandleConstant Bootstrap, IReadOnlyList<object> Arguments);
