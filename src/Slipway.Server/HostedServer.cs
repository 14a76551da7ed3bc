using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Blobs;
using Slipway.Server.Identity;

namespace Slipway.Server;

/// <summary>A listening server, hosted in a process that decides when it stops.</summary>
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

    /// <summary>Problems to show at the start: states of the machine and the store in which the service can be read but cannot build.</summary>
    public IReadOnlyList<Problem> Notes { get; }

    /// <summary>The addresses on which it listens, with the actual ports.</summary>
    public IReadOnlyList<string> Addresses => [.. _app.Urls];

    /// <summary>The id of the key with which the service signs statements about itself.</summary>
    public string Key => _app.Services.GetRequiredService<ServiceSigningKey>().Thumbprint;

    /// <summary>Fires when the server stops by itself because a part of it failed.</summary>
    public CancellationToken Failed => _app.Lifetime.ApplicationStopping;

    /// <summary>The failure; null if there is none.</summary>
    public Exception? Failure => _app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Select(part => part.ExecuteTask?.Exception?.InnerException).FirstOrDefault(e => e is not null);

    /// <summary>Starts a server.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="ProblemException">The options, the machine, the database or the keys prevent the start.</exception>
    public static async Task<HostedServer> StartAsync(ServerOptions options, CancellationToken cancellation)
    {
        FileStream? alone = null;
        WebApplication? app = null;
        try
        {
            // Before the folder is locked, because it must exist for that. If two servers start on one folder, this changes nothing for the first.
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

    /// <summary>The administrator's token at the first start with this database; null at every later one.</summary>
    public Task<string?> FirstTokenAsync(CancellationToken cancellation) => _app.Services.GetRequiredService<Bootstrap>().EnsureAsync(cancellation);

    /// <summary>Gives a worker on this machine the right to take builds until the result is disposed.</summary>
    /// <param name="name">Its name for people.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public Task<LocalWorkerAccess> OpenToWorkerAsync(string name, CancellationToken cancellation) =>
        LocalWorkerAccess.OpenAsync(_app.Services.GetRequiredService<LocalWorkerTokens>(), name, _app.Services.GetRequiredService<TimeProvider>(), cancellation);

    /// <summary>Stops accepting requests, and aborts running ones after a timeout.</summary>
    /// <param name="most">The timeout of running requests.</param>
    public async Task StopAsync(TimeSpan most)
    {
        using var patience = new CancellationTokenSource(most);
        try
        {
            await _app.StopAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // The timeout has aborted running requests.
        }
    }

    private static async Task<IReadOnlyList<Problem>> NotesAsync(WebApplication app, ServerOptions options, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(StorePatience);
        var store = await BlobStoreSelfTest.RunAsync(app.Services.GetRequiredService<IBlobStore>(), options.Blobs is null ? options.DataFolder : "--blobs", patience.Token);
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

/// <summary>Warnings to show at the start of a server that do not prevent it.</summary>
/// <param name="Problems">The problems.</param>
internal sealed record StartNotes(IReadOnlyList<Problem> Problems);
