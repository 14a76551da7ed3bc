namespace Slipway.Formats.Dex;

/// <summary>What is wrong with a class that cannot be compiled.</summary>
public enum DexDiagnosticKind
{
    /// <summary>Two classes have the same name.</summary>
    DuplicateClass,

    /// <summary>The class belongs to a package of the platform.</summary>
    PlatformClass,

    /// <summary>The class file is of a later Java release than the compiler knows.</summary>
    UnsupportedVersion,

    /// <summary>A call site or constant whose bootstrap method the compiler does not know.</summary>
    UnsupportedDynamic,

    /// <summary>An interface method with code, which devices below API level 24 lack.</summary>
    InterfaceMethodBody,

    /// <summary>Code that no correct compiler writes.</summary>
    MalformedCode,

    /// <summary>Sound code that has no translation.</summary>
    UnsupportedCode,

    /// <summary>Code with the subroutines (jsr and ret) that compilers wrote before Java 6.</summary>
    Subroutine,

    /// <summary>A constant that is computed when it is first used, or is a method handle or method type.</summary>
    ComputedConstant,

    /// <summary>A class or member has a name that no DEX file may hold for the lowest API level.</summary>
    InvalidName,

    /// <summary>Our own translation does not verify: a fault of the compiler.</summary>
    Unverified,

    /// <summary>A class or method that is larger than the DEX format allows.</summary>
    TooLarge,
}
