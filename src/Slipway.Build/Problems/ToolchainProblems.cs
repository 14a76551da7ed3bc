namespace Slipway.Build.Problems;

/// <summary>What compiling a shell needs.</summary>
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
        "javac or the lint of the API levels refused the source of the shell.",
        "Report it with the output that is shown, unless you changed the source of the shell.",
        Severity.Error,
        Blame.Slipway);

    /// <summary>The API signatures are missing.</summary>
    public static ProblemKind SignaturesMissing { get; } = new(
        "SLW-TLC-50003",
        "The API signatures are missing",
        "The public signatures of Android, which the shell is compiled against, could not be found.",
        "Clone the repository completely; the signatures are part of it.",
        Severity.Error,
        Blame.Machine);

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        JavacMissing, CompileFailed, SignaturesMissing,
    ];
}
