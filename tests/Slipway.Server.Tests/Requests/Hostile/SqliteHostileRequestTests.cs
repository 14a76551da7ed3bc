namespace Slipway.Server.Tests.Requests.Hostile;

public sealed class SqliteHostileRequestTests : HostileRequestConformance
{
    protected override string? Database => null;
}
