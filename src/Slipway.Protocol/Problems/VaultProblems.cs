namespace Slipway.Protocol.Problems;

/// <summary>Problems of the vault.</summary>
public static class VaultProblems
{
    /// <summary>Others can read the vault's key.</summary>
    public static ProblemKind KeyFileOpen { get; } = new(
        "SLW-VLT-20001",
        "Others can read the vault's key",
        "Anyone who can read the key file can read every keystore, certificate and password in the vault. Its permissions allow others than its owner to do so.",
        "chmod 600 the file. If others may have read it, put a new key on its first line and keep the old one below.");

    /// <summary>The vault's keys cannot be used.</summary>
    public static ProblemKind KeyFormat { get; } = new(
        "SLW-VLT-40001",
        "The vault's keys cannot be used",
        "Each line is the id of a key, a space and 32 bytes in base64. The first line is the key that new secrets are wrapped with.",
        "Make a line with: echo \"key-$(date +%F) $(openssl rand -base64 32)\"");

    /// <summary>Credentials are corrupt.</summary>
    public static ProblemKind Corrupt { get; } = new(
        "SLW-VLT-50001",
        "Credentials are corrupt",
        "The database does not hold what was stored: a bit changed, or a row was moved. Slipway does not use such a credential.",
        "Restore the database from a backup, or upload the credentials again.",
        Severity.Error,
        Blame.Machine);

    /// <summary>A key of the vault is missing.</summary>
    public static ProblemKind KeyMissing { get; } = new(
        "SLW-VLT-50002",
        "A key of the vault is missing",
        "The database has secrets that are wrapped with a key that this server does not have.",
        "Add the key's line to the key file or to SLIPWAY_VAULT_KEY. All servers of one database have the same keys: copy them from another server or from the backup.",
        Severity.Error,
        Blame.Machine);

    /// <summary>A key of the vault differs from the one that the database knows.</summary>
    public static ProblemKind KeyDiffers { get; } = new(
        "SLW-VLT-50003",
        "A key of the vault differs from the one that the database knows",
        "The id of a key must always stand for the same bytes, on every server of a database.",
        "Use the key that had this id before, or give the new key a new id.",
        Severity.Error,
        Blame.Machine);

    internal static IReadOnlyList<ProblemKind> All { get; } = [KeyFileOpen, KeyFormat, Corrupt, KeyMissing, KeyDiffers];
}
