using Slipway.Server.Store;

namespace Slipway.Server.Tests.Queue;

public sealed class SqliteCancellationTests : CancellationConformance
{
    private readonly TemporaryFolder _folder = new();

    private protected override Database Open() => DatabaseFactory.Open(null, _folder.Path);

    private protected override void Close() => _folder.Dispose();
}
