namespace Slipway.Formats.Dex;

/// <summary>Kinds of reasons why a class cannot be compiled.</summary>
public enum DexDiagnosticKind
{
    /// <summary>Two classes have the same name.</summary>
    DuplicateClass,

    /// <summary>The class belongs to a package of the platform.</summary>
    PlatformClass,

    /// <summary>The class file was compiled for a later Java release than is supported.</summary>
    UnsupportedVersion,

    /// <summary>A call site or constant with an unsupported bootstrap method.</summary>
    UnsupportedDynamic,

    /// <summary>An interface method with code, which devices below API level 24 lack.</summary>
    InterfaceMethodBody,

    /// <summary>The code is invalid; a correct compiler does not write it.</summary>
    MalformedCode,

    /// <summary>The code is valid but has no translation.</summary>
    UnsupportedCode,

    /// <summary>Code with the subroutines (jsr and ret) that compilers wrote before Java 6.</summary>
    Subroutine,

    /// <summary>A constant that is computed when it is first used, or is a method handle or method type.</summary>
    ComputedConstant,

    /// <summary>The name of a class or member is not allowed in a DEX file for the lowest API level.</summary>
    InvalidName,

    /// <summary>The translation does not pass verification: a fault of this compiler.</summary>
    Unverified,

    /// <summary>A class or method that is larger than the DEX format allows.</summary>
    TooLarge,
}
