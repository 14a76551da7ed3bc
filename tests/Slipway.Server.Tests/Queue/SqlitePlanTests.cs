using Slipway.Server.Store;

namespace Slipway.Server.Tests.Queue;

public sealed class SqlitePlanTests : PlanConformance
{
    private readonly TemporaryFolder _folder = new();

    private protected override string Sorting => "TEMP B-TREE FOR (?:LAST TERM OF )?ORDER BY";

    private protected override string Explain => "EXPLAIN QUERY PLAN ";

    private protected override Database Open() => DatabaseFactory.Open(null, _folder.Path);

    private protected override void Close() => _folder.Dispose();
}
