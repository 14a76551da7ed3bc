namespace Slipway.Server.Backup;

/// <summary>What a backup holds.</summary>
/// <param name="Files">Contents and artifacts.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Dropped">Rows of the copy whose file was removed from the service, by its own clean-up, while the backup was made.</param>
/// <param name="HasVaultKey">Are the vault's keys in it?</param>
public sealed record BackupReport(int Files, long Bytes, int Dropped, bool HasVaultKey);
