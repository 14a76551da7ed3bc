using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex;

/// <summary>Options for compiling classes to DEX.</summary>
/// <param name="MinSdk">
/// Lowest Android API level that must run the code: determines the DEX version, the library calls to replace and the ART bugs to
/// avoid.
/// </param>
/// <param name="Debug">Keep names of parameters and locals for debuggers; line tables are always kept.</param>
/// <param name="Library">Classes on the device or in another DEX file: used for their declarations, never compiled.</param>
public sealed record DexOptions(int MinSdk, bool Debug = false, IReadOnlyCollection<JavaClass>? Library = null)
{
    /// <summary>Limit that results from the 16-bit indices of the format.</summary>
    internal const int FormatReferences = 65536;

    /// <summary>Compiles classes of java.* too. A device's class loader refuses them, so only tests of the compiler set this.</summary>
    public bool AllowPlatformClasses { get; init; }

    /// <summary>Limit on the references of one kind in a DEX file; only tests of the splitting lower it.</summary>
    public int MaxReferences { get; init; } = FormatReferences;
}

/// <summary>The output of the compiler.</summary>
/// <param name="DexFiles">Contents of <c>classes.dex</c>, <c>classes2.dex</c> and so on; empty when there is any diagnostic.</param>
/// <param name="Diagnostics">Every reason why the classes cannot be compiled, in order of class name; empty on success.</param>
/// <param name="ClassCount">Classes in the files, synthetic ones included.</param>
/// <param name="MethodCount">Methods that those classes define.</param>
public sealed record DexOutput(IReadOnlyList<byte[]> DexFiles, IReadOnlyList<DexDiagnostic> Diagnostics, int ClassCount, int MethodCount)
{
    /// <summary>Whether every class was compiled.</summary>
    public bool Succeeded => Diagnostics.Count == 0;
}

/// <summary>A reason why classes cannot be compiled.</summary>
/// <param name="Kind">The kind of reason.</param>
/// <param name="Where">Class, or class and method with descriptor: <c>com/example/Main.run()V</c>.</param>
/// <param name="Text">The reason in words: one sentence.</param>
public sealed record DexDiagnostic(DexDiagnosticKind Kind, string Where, string Text);

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
