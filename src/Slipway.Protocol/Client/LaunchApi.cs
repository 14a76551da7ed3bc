using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
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

/// <summary>The answer to a launch, and the events that follow it on the same connection.</summary>
/// <param name="Answer">The service's answer.</param>
/// <param name="Events">Events of the builds until the connection ends; null if blobs are missing.</param>
public sealed record LaunchReply(LaunchAnswer Answer, IAsyncEnumerator<BuildEvent>? Events) : IAsyncDisposable
{
    /// <summary>Whether blobs are missing.</summary>
    public bool IsIncomplete => Answer.State == "Incomplete";

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Events?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>A JSON body; a long one, such as a list of paths, is compressed.</summary>
internal static class CompressedJson
{
    private const int WorthIt = 1400;

    public static ByteArrayContent Create<T>(T value, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var packs = json.Length > WorthIt;
        var content = new ByteArrayContent(packs ? Pack(json) : json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (packs)
            content.Headers.ContentEncoding.Add("br");
        return content;
    }

    private static byte[] Pack(byte[] json)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(json);
        return packed.ToArray();
    }
}
