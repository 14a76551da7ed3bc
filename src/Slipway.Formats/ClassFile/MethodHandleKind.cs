namespace Slipway.Formats.ClassFile;

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
