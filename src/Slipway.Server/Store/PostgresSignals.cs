using System.Threading.Channels;
using Npgsql;

namespace Slipway.Server.Store;

/// <summary>
/// Signals through LISTEN and NOTIFY: one connection listens for all topics, and one channel sends. Each listening connection
/// first sends a signal to itself. Until it arrives, waiters poll every second; behind a pooler that drops signals, this never
/// ends.
/// </summary>
internal sealed class PostgresSignals : SignalBus
{
    private const string Channel = "slipway";
    private const int LooksBeforeLost = 5;
    private const int LooksOfOneConnection = 60;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource _source;
    private readonly Channel<string> _outgoing = System.Threading.Channels.Channel.CreateBounded<string>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _listening;
    private readonly Task _sending;

    public PostgresSignals(NpgsqlDataSource source)
    {
        _source = source;
        _listening = Task.Run(() => ForeverAsync(ListenAsync));
        _sending = Task.Run(() => ForeverAsync(SendAsync));
    }

    public override Task Lost => _lost.Task;

    public override void Publish(string topic)
    {
        Wake(topic);
        _outgoing.Writer.TryWrite(topic);
    }

    public override async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_listening, _sending);
        _end.Dispose();
        await base.DisposeAsync();
    }

    private async Task ListenAsync()
    {
        var (echo, isHeard) = ("echo:" + Guid.NewGuid(), false);
        await using var connection = await _source.OpenConnectionAsync(_end.Token);
        connection.Notification += (_, e) =>
        {
            isHeard |= e.Payload == echo;
            Wake(e.Payload);
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
            await listen.ExecuteNonQueryAsync(_end.Token);
        WakeAll();
        _outgoing.Writer.TryWrite(echo);
        for (var looks = 0; !isHeard;)
        {
            if (await connection.WaitAsync(Look, _end.Token))
                continue;
            WakeAll();
            if (++looks == LooksBeforeLost)
                _lost.TrySetResult();
            if (looks == LooksOfOneConnection)
                return;
        }

        while (true)
            await connection.WaitAsync(_end.Token);
    }

    private async Task SendAsync()
    {
        while (await _outgoing.Reader.WaitToReadAsync(_end.Token))
        {
            var topics = new HashSet<string>(StringComparer.Ordinal);
            while (_outgoing.Reader.TryRead(out var topic))
                topics.Add(topic);
            await using var command = _source.CreateCommand($"SELECT pg_notify('{Channel}', topic) FROM unnest($1) AS topic");
            command.Parameters.Add(new NpgsqlParameter { Value = topics.ToArray() });
            await command.ExecuteNonQueryAsync(_end.Token);
        }
    }

    // A broken connection loses signals, so after a reconnect everybody checks the database.
    private async Task ForeverAsync(Func<Task> work)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await work();
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or System.Net.Sockets.SocketException or IOException)
            {
                await Task.WhenAny(Task.Delay(Look, _end.Token));
            }
        }
    }
}
