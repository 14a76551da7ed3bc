using System.Collections.Concurrent;
using Slipway.Protocol.Problems;
using Slipway.Worker.Pipe;
using Slipway.Worker.Sandbox;
using Slipway.Worker.Workspaces;

namespace Slipway.Worker.Builds;

/// <summary>
/// Children that have started and wait for an order, so that no build waits for a process to start. Each makes one build. The next
/// child starts when a build has ended, because starting takes processor time from running builds.
/// </summary>
internal sealed class ChildPool(ISandbox sandbox, BuildRunnerOptions options, WorkFolder work, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<Task<ChildProcess>> _waiting = [];
    private bool _isClosed;

    /// <summary>Starts the first children, and waits for one to be ready.</summary>
    /// <exception cref="ProblemException">The child does not start.</exception>
    public async Task StartAsync()
    {
        Refill();
        await ReadyAsync();
    }

    /// <summary>Starts children until as many wait as builds may run at once.</summary>
    public void Refill()
    {
        while (!_isClosed && _waiting.Count < options.Slots)
            _waiting.Enqueue(OpenAsync());
    }

    /// <summary>Waits until a child is ready for an order.</summary>
    /// <exception cref="ProblemException">The child does not start.</exception>
    public async Task ReadyAsync()
    {
        if (_waiting.TryPeek(out var next))
            await next;
    }

    /// <summary>Takes a child that is ready.</summary>
    /// <exception cref="ProblemException">No child starts.</exception>
    public async Task<ChildProcess> TakeAsync()
    {
        while (_waiting.TryDequeue(out var next))
        {
            var child = await next;
            if (!child.Process.Exit.IsCompleted)
                return child;
            await child.RemoveAsync();
        }

        return await OpenAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        while (_waiting.TryDequeue(out var next))
        {
            try
            {
                await (await next).RemoveAsync();
            }
            catch (ProblemException)
            {
                // A child that did not start has nothing to remove.
            }
        }
    }

    private async Task<ChildProcess> OpenAsync()
    {
        var workspace = work.Create();
        ChildProcess? child = null;
        try
        {
            child = await ChildProcess.StartAsync(sandbox, options, workspace, time);
            using var patience = new CancellationTokenSource(Patience);
            return await child.ListenAsync(patience.Token) is ChildMessage.Ready ? child : throw new EndOfStreamException();
        }
        catch (Exception e)
        {
            if (child is null)
                workspace.Remove();
            else
                await child.RemoveAsync();
            var reason = child?.Process.Errors.Trim() is { Length: > 0 } errors ? errors : await ReasonAsync(e, child);
            throw new ProblemException(SandboxProblems.Missing.At("sandbox", $"The build process does not start: {reason}"), e);
        }
    }

    private static async Task<string> ReasonAsync(Exception failure, ChildProcess? child) => failure switch
    {
        EndOfStreamException when child is not null => $"It ended with the code {await child.Process.Exit}.",
        OperationCanceledException => $"It was not ready within {Patience.TotalSeconds:0} seconds.",
        _ => SafeExceptionText.Of(failure),
    };
}
