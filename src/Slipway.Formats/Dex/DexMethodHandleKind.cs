namespace Slipway.Formats.Dex;

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
