using Slipway.Worker.Sandbox;

namespace Slipway.Worker.Tests.Builds;

/// <summary>A worker whose builds end with the first system call that is on no list, but for those that libraries are known to try.</summary>
public sealed class StrictWorker : IAsyncLifetime
{
    private static readonly SystemCall[] Tried = [new("clone3", 435, 435), new("socket", 41, 198), new("flock", 73, 32)];

    private readonly TemporaryFolder _folder = new();

    public StrictWorker() => Worker = new TestWorker { Sandbox = WithFilter(Tried) };

    internal TestWorker Worker { get; }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Worker.DisposeAsync();
        _folder.Dispose();
    }

    internal ISandbox WithFilter(IReadOnlyList<SystemCall> tried) => new BubblewrapSandbox(_folder.Add($"filter-{tried.Count}", SystemCallFilter.Build(tried)));
}
