using System.Net.Http.Headers;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Client;

/// <summary>Launches of builds.</summary>
/// <param name="connection">The service.</param>
public sealed class LaunchCalls(ServiceConnection connection)
{
    /// <summary>Asks for builds, once.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="key">Stands for this launch, however often it is asked for.</param>
    /// <param name="pack">Contents that go with it; null when it is not known yet whether any are missing.</param>
    /// <param name="moved">Told how many bytes of contents have gone.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProblemException">The service refuses, or is out of reach.</exception>
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
                : throw new ProblemException(NetworkProblems.Broken.At(NetworkFaults.HostOf(connection.Server), "The answer ended before it said what became of the launch."));
        }
        catch
        {
            await events.DisposeAsync();
            throw;
        }
    }
}
