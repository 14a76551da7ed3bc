namespace Slipway.Server.Tests.Launches;

public sealed class SqliteGateTests : GateConformance
{
    protected override string? NewDatabase() => null;
}
