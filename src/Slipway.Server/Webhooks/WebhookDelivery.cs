using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Slipway.Server.Store;

namespace Slipway.Server.Webhooks;

/// <summary>Sends due deliveries: many in parallel, but few to one webhook, so that a hanging receiver does not delay the others.</summary>
internal sealed partial class WebhookDelivery(Database database, DeliveryStore deliveries, WebhookSender sender, TimeProvider time, ILogger<WebhookDelivery> log) : BackgroundService
{
    private const int AtOnce = 16;
    private const int AtOnceForOne = 4;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Cleaning = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, int> _running = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _room = new(AtOnce);

    public override void Dispose()
    {
        _room.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var cleaned = 0L;
        using var listener = database.Signals.Listen(WebhookOutbox.Topic);
        while (!stoppingToken.IsCancellationRequested)
        {
            var signal = listener.Next();
            try
            {
                if (cleaned == 0 || time.GetElapsedTime(cleaned) > Cleaning)
                {
                    await deliveries.ForgetAsync(stoppingToken);
                    cleaned = time.GetTimestamp();
                }

                if (await StartDueAsync(stoppingToken))
                    continue;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(e.Message);
            }

            await Task.WhenAny(SignalBus.WaitAsync(signal, Look, stoppingToken));
        }

        for (var i = 0; i < AtOnce; i++)
            await _room.WaitAsync(CancellationToken.None);
    }

    private async Task<bool> StartDueAsync(CancellationToken cancellation)
    {
        if (!await deliveries.IsAnyDueAsync(cancellation))
            return false;
        await _room.WaitAsync(cancellation);
        _room.Release();
        string[] busy = [.. _running.Where(r => r.Value >= AtOnceForOne).Select(r => r.Key)];
        var due = await deliveries.TakeAsync(AtOnceForOne, busy, cancellation);
        foreach (var delivery in due)
        {
            await _room.WaitAsync(cancellation);
            _running.AddOrUpdate(delivery.WebhookId, 1, (_, count) => count + 1);
            _ = DeliverAsync(delivery, cancellation);
        }

        return due.Count > 0;
    }

    private async Task DeliverAsync(DueDelivery delivery, CancellationToken cancellation)
    {
        try
        {
            var result = await sender.SendAsync(delivery, cancellation);
            await deliveries.EndAsync(delivery, result, CancellationToken.None);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // It stays claimed for a minute, then it is tried again.
            Failed(e.Message);
        }
        catch (OperationCanceledException)
        {
            // The server stops; another one will retry the delivery.
        }
        finally
        {
            _running.AddOrUpdate(delivery.WebhookId, 0, (_, count) => count - 1);
            _running.TryRemove(KeyValuePair.Create(delivery.WebhookId, 0));
            _room.Release();
            database.Signals.Publish(WebhookOutbox.Topic);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhooks could not be delivered: {Reason}")]
    private partial void Failed(string reason);
}
