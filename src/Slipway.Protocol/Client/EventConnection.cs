using System.Runtime.CompilerServices;

namespace Slipway.Protocol.Client;

/// <summary>A response with events, which stays open.</summary>
internal static class EventConnection
{
    /// <summary>Idle timeout. The service sends an event or a comment every 15 seconds.</summary>
    public static TimeSpan Silence { get; } = TimeSpan.FromSeconds(45);

    /// <summary>Reads events until the response ends, then closes it.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="answer">The response.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public static async IAsyncEnumerable<BuildEvent> ReadAsync(ServiceConnection connection, HttpResponseMessage answer, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using (answer)
        {
            await using var body = await connection.ReadAsync(answer, Silence, cancellation);
            await foreach (var news in EventReader.ReadAsync(body, NetworkFaults.HostOf(connection.Service), cancellation))
                yield return news;
        }
    }
}
