namespace Slipway.Protocol.Problems;

/// <summary>What can happen to any command.</summary>
public static class GeneralProblems
{
    /// <summary>The result cannot be written.</summary>
    public static ProblemKind OutputUnwritable { get; } = new(
        "SLW-GEN-40010",
        "The result cannot be written",
        "The folder for the result is missing its permissions, or a file is in its place.",
        "Give another folder with --out, or correct its permissions.");

    /// <summary>The package is invalid.</summary>
    public static ProblemKind PackageInvalid { get; } = new(
        "SLW-GEN-40011",
        "The package is invalid",
        "The structure or a signature of the package does not hold.",
        "Build or sign the package again.");

    /// <summary>Slipway failed.</summary>
    public static ProblemKind Failed { get; } = new(
        "SLW-GEN-50000",
        "Slipway failed",
        "This is a fault of Slipway, not of the app.",
        "Report it with the file that is named.",
        Severity.Error,
        Blame.Slipway);

    /// <summary>The disk is full.</summary>
    public static ProblemKind DiskFull { get; } = new(
        "SLW-GEN-50001",
        "The disk is full",
        "There is no space left for the result or the cache.",
        "Make space. The cache can be deleted at any time.",
        Severity.Error,
        Blame.Machine);

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        OutputUnwritable, PackageInvalid, Failed, DiskFull,
    ];
}
