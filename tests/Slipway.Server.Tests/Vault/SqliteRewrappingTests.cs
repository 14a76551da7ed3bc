namespace Slipway.Server.Tests.Vault;

public sealed class SqliteRewrappingTests : RewrappingConformance
{
    private protected override string? Address() => null;
}
