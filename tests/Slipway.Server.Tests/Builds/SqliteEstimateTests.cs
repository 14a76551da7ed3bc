using Slipway.Server.Store;

namespace Slipway.Server.Tests.Builds;

public sealed class SqliteEstimateTests : EstimateConformance
{
    private readonly TemporaryFolder _folder = new();

    private protected override Database Open() => DatabaseFactory.Open(null, _folder.Path);

    private protected override void Close() => _folder.Dispose();
}
