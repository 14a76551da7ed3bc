namespace Slipway.Protocol.Problems;

/// <summary>Problems of choosing the credentials that sign a build.</summary>
public static class CredentialProblems
{
    /// <summary>Several credentials fit the build equally well.</summary>
    public static ProblemKind Ambiguous { get; } = new(
        "SLW-CRD-40001",
        "Several credentials fit the build equally well",
        "If a build names no credential, Slipway uses the one for its application and environment. Several fit equally well here.",
        "Name one when you launch the build, or restrict each to an application or environment.");

    /// <summary>There is no such credential.</summary>
    public static ProblemKind Unknown { get; } = new(
        "SLW-CRD-40002",
        "There is no such credential",
        "The name or id is misspelt, or the credential was removed after the build was launched.",
        "Run slipway credentials list to see the credentials.");

    /// <summary>The credential is of another kind.</summary>
    public static ProblemKind OtherKind { get; } = new(
        "SLW-CRD-40003",
        "The credential is of another kind",
        "Android packages are signed with keystores, iOS packages with a certificate and a profile.",
        "Name a credential of the required kind.");

    /// <summary>There are too many credentials.</summary>
    public static ProblemKind TooMany { get; } = new(
        "SLW-CRD-40004",
        "There are too many credentials",
        "An organisation keeps up to 1000 credentials.",
        "Remove those that have expired.");

    internal static IReadOnlyList<ProblemKind> All { get; } = [Ambiguous, Unknown, OtherKind, TooMany];
}
