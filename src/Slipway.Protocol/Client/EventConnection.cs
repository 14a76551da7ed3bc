using System.Runtime.CompilerServices;

namespace Slipway.Protocol.Client;

/// <summary>Events of an answer that stays open.</summary>
internal static class EventConnection
{
    /// <summary>The service sends something every 15 seconds, if only a comment.</summary>
    public static TimeSpan Silence { get; } = TimeSpan.FromSeconds(45);

    /// <summary>Reads events until the answer ends; then the answer is closed.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async IAsyncEnumerable<BuildEvent> ReadAsync(ServiceConnection connection, HttpResponseMessage answer, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using (answer)
        {
            await using var body = await connection.ReadAsync(answer, Silence, cancellation);
            await foreach (var news in EventReader.ReadAsync(body, NetworkFaults.HostOf(connection.Server), cancellation))
                yield return news;
        }
    }
}
