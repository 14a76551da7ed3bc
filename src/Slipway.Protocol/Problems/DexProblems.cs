namespace Slipway.Protocol.Problems;

/// <summary>Problems of Java class files.</summary>
public static class DexProblems
{
    /// <summary>A class file is damaged.</summary>
    public static ProblemKind Corrupt { get; } = new(
        "SLW-DEX-40001",
        "A class file is damaged",
        "The file does not follow the class file format.",
        "Compile the class again.");

    /// <summary>A class file is too new.</summary>
    public static ProblemKind TooNew { get; } = new(
        "SLW-DEX-40002",
        "A class file is too new",
        "The class was compiled for a Java release later than 17.",
        "Compile it with javac --release 17 or lower.");

    /// <summary>A class is defined twice.</summary>
    public static ProblemKind Duplicate { get; } = new(
        "SLW-DEX-40003",
        "A class is defined twice",
        "Two inputs contain a class of the same name.",
        "Remove one of them.");

    /// <summary>A class belongs to the platform.</summary>
    public static ProblemKind Platform { get; } = new(
        "SLW-DEX-40004",
        "A class belongs to the platform",
        "Classes in java.* come with the device, which refuses to load others.",
        "Remove the class, or move it to a package of your own.");

    /// <summary>A dynamic call cannot be translated.</summary>
    public static ProblemKind Dynamic { get; } = new(
        "SLW-DEX-40005",
        "A dynamic call cannot be translated",
        "The class calls a bootstrap method other than those of the Java compiler.",
        "Compile the class from Java source with --release 17 or lower, or without the feature or tool that needs it.");

    /// <summary>An interface method has a body.</summary>
    public static ProblemKind InterfaceBody { get; } = new(
        "SLW-DEX-40006",
        "An interface method has a body",
        "Devices below API level 24 cannot run default and static interface methods. Compilers generate some even if the source has none.",
        "Give --min-sdk 24 or higher.");

    /// <summary>The code of a method is malformed.</summary>
    public static ProblemKind MalformedCode { get; } = new(
        "SLW-DEX-40007",
        "The code of a method is malformed",
        "The instructions contradict each other in a way that no correct compiler writes.",
        "Compile the class again; if it went through an obfuscator, use the original.");

    /// <summary>There are no classes.</summary>
    public static ProblemKind NoClasses { get; } = new(
        "SLW-DEX-40008",
        "There are no classes",
        "The inputs hold no class files.",
        "Give jars or folders with .class files.");

    /// <summary>The code uses subroutines.</summary>
    public static ProblemKind Subroutine { get; } = new(
        "SLW-DEX-40009",
        "The code uses subroutines",
        "Compilers before Java 6 wrote the instructions jsr and ret for finally; DEX has nothing like them.",
        "Compile the source for Java 6 or later, for example with javac --release 8, or take a newer release of the library.");

    /// <summary>A constant is computed at run time.</summary>
    public static ProblemKind ComputedConstant { get; } = new(
        "SLW-DEX-40010",
        "A constant is computed at run time",
        "The class loads a constant that a bootstrap method computes, a method handle or a method type. The Java compiler does not write them; tools that change class files do.",
        "A tool changed the class after it was compiled, for example one that measures code coverage. Use the class from before that.");

    /// <summary>A name is not allowed.</summary>
    public static ProblemKind InvalidName { get; } = new(
        "SLW-DEX-40011",
        "A name is not allowed",
        "A JVM accepts almost every character in the name of a class, method or field. Devices refuse a whole DEX file because of such a name. Kotlin names in backticks and tools for obfuscation are the usual cause.",
        "Rename it: use letters, digits, '$', '-' and '_' (from --min-sdk 30 on, spaces too). In Kotlin, @JvmName gives a function another name.");

    /// <summary>Code has no translation.</summary>
    public static ProblemKind Untranslatable { get; } = new(
        "SLW-DEX-40012",
        "Code has no translation",
        "The code is valid, but DEX has no equivalent: for example for calls of MethodHandle or VarHandle, or for a method of extreme complexity.",
        "Leave the class out, or use the library's variant for Android.");

    /// <summary>The code does not fit into DEX files.</summary>
    public static ProblemKind TooLarge { get; } = new(
        "SLW-DEX-40013",
        "The code does not fit into DEX files",
        "A method or class is larger than the format allows, or the classes need several files and devices below API level 21 load only one.",
        "Split the class or method, or give --min-sdk 21 or higher.");

    /// <summary>The compiled code does not verify.</summary>
    public static ProblemKind Unverified { get; } = new(
        "SLW-DEX-50001",
        "The compiled code does not verify",
        "Slipway verifies the code that it compiled as a device does, and found a fault of its own. Nothing was written.",
        "Report it with the class that is named. Until it is fixed, leave that class out.",
        Blame: Blame.Slipway);

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        Corrupt, TooNew, Duplicate, Platform, Dynamic, InterfaceBody, MalformedCode, NoClasses,
        Subroutine, ComputedConstant, InvalidName, Untranslatable, TooLarge, Unverified,
    ];
}
