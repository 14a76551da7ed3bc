namespace Slipway.Protocol.Problems;

/// <summary>Which of the kept credentials sign a build.</summary>
public static class CredentialProblems
{
    /// <summary>Several credentials serve the build alike.</summary>
    public static ProblemKind Ambiguous { get; } = new(
        "SLW-CRD-40001",
        "Several credentials serve the build alike",
        "When a build names no credential, the one for its application and environment is taken. Here several are equally near.",
        "Name one at the launch, or give each of them an application or an environment.");

    /// <summary>There is no such credential.</summary>
    public static ProblemKind Unknown { get; } = new(
        "SLW-CRD-40002",
        "There is no such credential",
        "The name or id is misspelt, or the credential was removed after the build was launched.",
        "slipway credentials list shows what there is.");

    /// <summary>The credential is of another kind.</summary>
    public static ProblemKind OtherKind { get; } = new(
        "SLW-CRD-40003",
        "The credential is of another kind",
        "Android packages are signed with keystores, iOS packages with a certificate and a profile.",
        "Name a credential of the kind that is asked for.");

    /// <summary>There are too many credentials.</summary>
    public static ProblemKind TooMany { get; } = new(
        "SLW-CRD-40004",
        "There are too many credentials",
        "An organisation keeps up to 1000 credentials.",
        "Remove those that have expired.");

    internal static IReadOnlyList<ProblemKind> All { get; } = [Ambiguous, Unknown, OtherKind, TooMany];
}
