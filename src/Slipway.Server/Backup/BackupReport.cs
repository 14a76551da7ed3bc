namespace Slipway.Server.Backup;

/// <summary>Summary of a backup.</summary>
/// <param name="Files">Number of blobs and artifacts.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Dropped">Rows removed from the copy because the service's own clean-up removed their files during the backup.</param>
/// <param name="HasVaultKey">Whether the backup includes the vault's keys.</param>
public sealed record BackupReport(int Files, long Bytes, int Dropped, bool HasVaultKey);
