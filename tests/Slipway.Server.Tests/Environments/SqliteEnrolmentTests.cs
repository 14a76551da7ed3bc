namespace Slipway.Server.Tests.Environments;

public sealed class SqliteEnrolmentTests : EnrolmentConformance
{
    protected override string? NewDatabase() => null;
}
