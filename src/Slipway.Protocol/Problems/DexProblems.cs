namespace Slipway.Protocol.Problems;

/// <summary>Java class files.</summary>
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

    /// <summary>A class is there twice.</summary>
    public static ProblemKind Duplicate { get; } = new(
        "SLW-DEX-40003",
        "A class is there twice",
        "Two of the inputs hold a class of the same name.",
        "Remove one of them.");

    /// <summary>A class belongs to the platform.</summary>
    public static ProblemKind Platform { get; } = new(
        "SLW-DEX-40004",
        "A class belongs to the platform",
        "Classes in java.* come with the device, which refuses to load others.",
        "Remove the class, or move it to a package of yours.");

    /// <summary>A dynamic call cannot be translated.</summary>
    public static ProblemKind Dynamic { get; } = new(
        "SLW-DEX-40005",
        "A dynamic call cannot be translated",
        "The class calls a bootstrap method other than those of the Java compiler.",
        "Compile the class from Java source, or without the feature that needs it.");

    /// <summary>An interface method has a body.</summary>
    public static ProblemKind InterfaceBody { get; } = new(
        "SLW-DEX-40006",
        "An interface method has a body",
        "Devices below API level 24 cannot run default and static methods of interfaces.",
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

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        Corrupt, TooNew, Duplicate, Platform, Dynamic, InterfaceBody, MalformedCode, NoClasses,
    ];
}
