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

    /// <summary>Sound code that has no translation, such as a subroutine of Java 6.</summary>
    UnsupportedCode,

    /// <summary>A class or method that is larger than the DEX format allows.</summary>
    TooLarge,
}
