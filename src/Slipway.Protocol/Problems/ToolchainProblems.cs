namespace Slipway.Protocol.Problems;

/// <summary>Problems of compiling a shell.</summary>
public static class ToolchainProblems
{
    /// <summary>There is no Java compiler.</summary>
    public static ProblemKind JavacMissing { get; } = new(
        "SLW-TLC-50001",
        "There is no Java compiler",
        "The shell of an app is compiled once from Java source, which needs javac.",
        "Install it with: apt-get install default-jdk-headless",
        Severity.Error,
        Blame.Machine);

    /// <summary>The shell does not compile.</summary>
    public static ProblemKind CompileFailed { get; } = new(
        "SLW-TLC-50002",
        "The shell does not compile",
        "The compiler, the linker or the lint of the API levels refused the source of the shell.",
        "Report it with the output that is shown, unless you changed the source of the shell.",
        Severity.Error,
        Blame.Slipway);

    /// <summary>The API signatures cannot be installed.</summary>
    public static ProblemKind SignaturesMissing { get; } = new(
        "SLW-TLC-50003",
        "The API signatures cannot be installed",
        "The signatures of Android's whole public API come from a source package of Debian, which could not be fetched. Only Java sources that use more of the API than the shell need them.",
        "Check the network and that /etc/apt has a deb-src line.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The compiler or the linker for iOS is missing.</summary>
    public static ProblemKind AppleToolsMissing { get; } = new(
        "SLW-TLC-50004",
        "The compiler or the linker for iOS is missing",
        "The shell of an app for iOS is compiled once from Objective-C source, which needs clang and ld64.lld of LLVM.",
        "Install them with: apt-get install clang lld-19",
        Severity.Error,
        Blame.Machine);

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        JavacMissing, CompileFailed, SignaturesMissing, AppleToolsMissing,
    ];
}
