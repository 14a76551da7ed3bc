using Slipway.Cli.Output;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Tests;

public sealed class ProblemBoundaryTests
{
    [Fact]
    public void Too_little_memory_is_told_as_such_and_blamed_on_the_machine()
    {
        Assert.Equal(GeneralProblems.MemoryFull, KindOf(new InsufficientMemoryException()));
        Assert.Equal(GeneralProblems.MemoryFull, KindOf(new AggregateException(new InvalidOperationException(), new AggregateException(new InsufficientMemoryException()))));
    }

    [Fact]
    public void A_full_disk_is_told_as_such()
    {
        const int noSpace = 28;
        Assert.Equal(GeneralProblems.DiskFull, KindOf(new IOException("write", noSpace)));
    }

    private static ProblemKind KindOf(Exception failure)
    {
        var session = new CommandContext(Terminal.OfProcess(), CancellationToken.None);
        IReadOnlyList<Problem> told = [];
        Assert.Equal(ExitCode.ServiceAtFault, ProblemBoundary.Run(session, problems => told = problems, () => throw failure));
        return Assert.Single(told).Kind;
    }
}
