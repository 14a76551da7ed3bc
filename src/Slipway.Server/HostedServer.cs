using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Blobs;
using Slipway.Server.Identity;

namespace Slipway.Server;

/// <summary>A server that listens, in a process that decides when it ends.</summary>
public sealed class HostedServer : IAsyncDisposable
{
    private static readonly TimeSpan StorePatience = TimeSpan.FromSeconds(10);

    private readonly WebApplication _app;
    private readonly FileStream? _alone;

    private HostedServer(WebApplication app, FileStream? alone, IReadOnlyList<Problem> notes)
    {
        _app = app;
        _alone = alone;
        Notes = notes;
    }

    /// <summary>What whoever started it should know: states of the machine and the store that it can be looked at with, but not build.</summary>
    public IReadOnlyList<Problem> Notes { get; }

    /// <summary>Where it listens, with the ports that it was given.</summary>
    public IReadOnlyList<string> Addresses => [.. _app.Urls];

    /// <summary>Names the key with which the service signs what it says of itself.</summary>
    public string Key => _app.Services.GetRequiredService<ServiceKey>().Thumbprint;

    /// <summary>Fires when the server ends by itself, because a part of it failed.</summary>
    public CancellationToken Failed => _app.Lifetime.ApplicationStopping;

    /// <summary>What failed; null when nothing has.</summary>
    public Exception? Failure => _app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Select(part => part.ExecuteTask?.Exception?.InnerException).FirstOrDefault(e => e is not null);

    /// <summary>Starts a server.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProblemException">The options, the machine, the database or the keys do not let it start.</exception>
    public static async Task<HostedServer> StartAsync(ServerOptions options, CancellationToken cancellation)
    {
        FileStream? alone = null;
        WebApplication? app = null;
        try
        {
            // Before the folder is taken, so that it is there; of two servers the second changes nothing by it.
            DataFolder.Prepare(options);
            alone = DataFolder.Take(options);
            app = await SlipwayServer.CreateAsync(options, cancellation);
            await app.StartAsync(cancellation);
            return new HostedServer(app, alone, await NotesAsync(app, options, cancellation));
        }
        catch (Exception e)
        {
            if (app is not null)
                await app.DisposeAsync();
            alone?.Dispose();
            if (StartFailure.Describe(e, options) is { } problem)
                throw new ProblemException(problem, e);
            throw;
        }
    }

    /// <summary>The administrator's token, at the first start with this database only; null ever after.</summary>
    public Task<string?> FirstTokenAsync(CancellationToken cancellation) => _app.Services.GetRequiredService<Bootstrap>().EnsureAsync(cancellation);

    /// <summary>Lets a worker of this machine take builds until the result is disposed.</summary>
    /// <param name="name">What people will call it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<WorkerAccess> OpenToWorkerAsync(string name, CancellationToken cancellation) =>
        WorkerAccess.OpenAsync(_app.Services.GetRequiredService<WorkerTokens>(), name, _app.Services.GetRequiredService<TimeProvider>(), cancellation);

    /// <summary>Takes no more requests, and ends those that run when a time is over.</summary>
    /// <param name="most">How long requests may still run.</param>
    public async Task StopAsync(TimeSpan most)
    {
        using var patience = new CancellationTokenSource(most);
        try
        {
            await _app.StopAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // What still ran was ended.
        }
    }

    private static async Task<IReadOnlyList<Problem>> NotesAsync(WebApplication app, ServerOptions options, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(StorePatience);
        var store = await StoreExamination.RunAsync(app.Services.GetRequiredService<IBlobStore>(), options.Blobs is null ? options.DataFolder : "--blobs", patience.Token);
        var notes = app.Services.GetRequiredService<StartNotes>().Problems;
        return store is null ? notes : [.. notes, store];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_alone is not null)
            await _alone.DisposeAsync();
    }
}
