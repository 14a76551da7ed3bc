namespace Slipway.Server.Tests.Vault;

public sealed class SqliteSecretVaultTests : SecretVaultConformance
{
    private protected override string? Address() => null;
}
