namespace Slipway.Server.Tests.Credentials;

public sealed class SqliteCredentialTests : CredentialConformance
{
    private protected override string? Address() => null;
}
