using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Client;

/// <summary>Reads server-sent events of builds. It skips kinds of events that it does not know.</summary>
internal static class EventReader
{
    /// <summary>Media type of a stream of events.</summary>
    public const string MediaType = "text/event-stream";

    // The longest event is an answer to a launch that lists the missing blobs of up to 50,000 files.
    private const int LargestEvent = 16 << 20;

    /// <summary>Returns the events of a stream until it ends.</summary>
    /// <param name="body">The stream.</param>
    /// <param name="where">Host of the service, for messages.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="ProblemException">The stream broke off, or an event is malformed.</exception>
    public static async IAsyncEnumerable<BuildEvent> ReadAsync(Stream body, string where, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var item in SseParser.Create(new BoundedEvents(body, LargestEvent, where), (kind, data) => Parse(kind, data, where)).EnumerateAsync(cancellation))
        {
            if (item.Data is { } known)
                yield return known;
        }
    }

    private static BuildEvent? Parse(string kind, ReadOnlySpan<byte> data, string where)
    {
        try
        {
            return kind switch
            {
                "launch" => new BuildEvent.Launched(UntrustedJson.Read(data, WireJson.Default.LaunchAnswer)),
                "message" => new BuildEvent.Logged(UntrustedJson.Read(data, WireJson.Default.BuildMessage)),
                "status" => new BuildEvent.Moved(UntrustedJson.Read(data, WireJson.Default.StatusChange)),
                "end" => new BuildEvent.Ended(UntrustedJson.Read(data, WireJson.Default.BuildDescription)),
                _ => null,
            };
        }
        catch (JsonException e)
        {
            throw new ProblemException(NetworkProblems.NotSlipway.At(where, $"The event '{(kind.Length > 20 ? kind[..20] : kind)}' is malformed."), e);
        }
    }
}
