namespace Slipway.Protocol.Problems;

/// <summary>Problems of creating keys.</summary>
public static class KeyProblems
{
    /// <summary>The keystore exists already.</summary>
    public static ProblemKind Exists { get; } = new(
        "SLW-KEY-40001",
        "The keystore exists already",
        "An overwritten key is lost, and apps that were signed with it can no longer be updated.",
        "Choose another name, or move the old keystore away.");

    /// <summary>The password is too short.</summary>
    public static ProblemKind PasswordShort { get; } = new(
        "SLW-KEY-40002",
        "The password is too short",
        "Keystores require at least six characters.",
        "Choose a longer password, or let Slipway make one with --generate-password.");

    /// <summary>The subject is not a distinguished name.</summary>
    public static ProblemKind SubjectInvalid { get; } = new(
        "SLW-KEY-40003",
        "The subject is not a distinguished name",
        "The owner of a key is written as CN=Name, O=Organisation, C=DE.",
        "Write it with commas between the parts, or leave it out.");

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        Exists, PasswordShort, SubjectInvalid,
    ];
}
