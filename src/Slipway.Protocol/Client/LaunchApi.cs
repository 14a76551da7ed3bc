using System.Net.Http.Headers;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Client;

/// <summary>Calls that launch builds.</summary>
/// <param name="connection">Connection to the service.</param>
public sealed class LaunchApi(ServiceConnection connection)
{
    /// <summary>Sends a launch, without retrying.</summary>
    /// <param name="request">The launch.</param>
    /// <param name="key">Idempotency key: repeating a launch with the same key does not start it again.</param>
    /// <param name="pack">Blobs to send with it; null if it is not yet known which are missing.</param>
    /// <param name="moved">Receives the number of bytes that were sent of the blobs.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="ProblemException">The service refuses the launch or is unreachable.</exception>
    public async Task<LaunchReply> LaunchAsync(LaunchRequest request, string key, IReadOnlyList<UploadSource>? pack, Action<long> moved, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/launches") { Content = Body(request, pack, moved) };
        message.Headers.Add("Idempotency-Key", key);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(EventReader.MediaType));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json", 0.9));
        var answer = await connection.SendAsync(message, cancellation);
        if (answer.Content.Headers.ContentType?.MediaType == EventReader.MediaType)
            return await BeginAsync(answer, cancellation);
        using (answer)
            return new LaunchReply(await connection.JsonAsync(answer, WireJson.Default.LaunchAnswer, cancellation), null);
    }

    private static HttpContent Body(LaunchRequest request, IReadOnlyList<UploadSource>? pack, Action<long> moved)
    {
        if (pack is null)
            return CompressedJson.Create(request, WireJson.Default.LaunchRequest);
        var content = new LaunchPackContent(request, pack);
        content.Moved += moved;
        return content;
    }

    private async Task<LaunchReply> BeginAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var events = EventConnection.ReadAsync(connection, answer, cancellation).GetAsyncEnumerator(cancellation);
        try
        {
            return await events.MoveNextAsync() && events.Current is BuildEvent.Launched launched
                ? new LaunchReply(launched.Answer, events)
                : throw new ProblemException(NetworkProblems.Broken.At(NetworkFaults.HostOf(connection.Service), "The answer ended before the result of the launch."));
        }
        catch
        {
            await events.DisposeAsync();
            throw;
        }
    }
}
