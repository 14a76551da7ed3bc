using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>
/// Aborts requests that outlive their tokens: streams, waiting workers, uploads and downloads. It checks at once after a signal
/// from any server, and otherwise every few seconds, because signals can get lost and tokens expire without one.
/// </summary>
internal sealed partial class OpenRequests(TokenStore tokens, Database database, ILogger<OpenRequests> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<OpenRequest, bool> _open = new();

    /// <summary>Runs a request for as long as its token allows it.</summary>
    /// <exception cref="ProblemException">The token ended before the answer began.</exception>
    public async Task RunAsync(HttpContext context, string tokenId, string? scope, RequestDelegate next)
    {
        var aborted = context.RequestAborted;
        using var request = new OpenRequest(tokenId, scope, aborted);
        context.RequestAborted = request.Ending;
        _open[request] = true;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (request.IsEnded && !aborted.IsCancellationRequested)
        {
            if (!context.Response.HasStarted)
                throw new HttpProblemException(ServiceProblems.TokenMissing.At("Authorization", "The token was revoked or expired while the request was carried out."), (HeaderNames.WWWAuthenticate, "Bearer"));
            // The connection is aborted, so that the client does not take the part that was sent for the whole answer.
            context.Abort();
        }
        finally
        {
            context.RequestAborted = aborted;
            _open.TryRemove(request, out _);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listener = database.Signals.Listen(TokenStore.Topic);
        while (!stoppingToken.IsCancellationRequested)
        {
            var signal = listener.Next();
            try
            {
                await CheckAsync(stoppingToken);
                await SignalBus.WaitAsync(signal, Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // While the database is unavailable, requests continue; the check runs again soon.
                Failed(database.IsUnavailable(e) ? null : e, e.Message);
                await SignalBus.WaitAsync(Task.Delay(Look, stoppingToken), Look, stoppingToken);
            }
        }
    }

    private async Task CheckAsync(CancellationToken cancellation)
    {
        var requests = _open.Keys.ToList();
        if (requests.Count == 0)
            return;
        var valid = await tokens.FindAsync([.. requests.Select(request => request.TokenId).Distinct()], cancellation);
        foreach (var request in requests.Where(request => !request.IsAllowed(valid.GetValueOrDefault(request.TokenId))))
            request.End();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot check whether the tokens of open requests are still valid: {Reason}")]
    private partial void Failed(Exception? failure, string reason);
}

/// <summary>A request that is in progress.</summary>
/// <param name="tokenId">The token that it was made with.</param>
/// <param name="scope">The scope that the route needs; null for none.</param>
/// <param name="aborted">Fires when the client disconnects.</param>
internal sealed class OpenRequest(string tokenId, string? scope, CancellationToken aborted) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    private bool _isOver;

    /// <summary>The token that it was made with.</summary>
    public string TokenId => tokenId;

    /// <summary>Fires when the client disconnects or the token of the request ends.</summary>
    public CancellationToken Ending => _end.Token;

    /// <summary>Whether the request was aborted because its token ended.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Returns whether the token, in its current state, still allows the request.</summary>
    public bool IsAllowed(TokenRow? token) => token is not null && (scope is null || token.ScopesNow().Contains(scope));

    /// <summary>Aborts the request.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (_isOver)
                return;
            IsEnded = true;
            _end.Cancel();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            _end.Dispose();
        }
    }
}
