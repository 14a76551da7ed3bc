using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Client;

/// <summary>Reads server-sent events of builds. Kinds of events that it does not know are passed over.</summary>
internal static class EventReader
{
    /// <summary>The type of such an answer.</summary>
    public const string MediaType = "text/event-stream";

    // An answer to a launch names what is missing of 50,000 files at most.
    private const int LargestEvent = 16 << 20;

    /// <summary>The events of a stream until it ends.</summary>
    /// <param name="body">The stream.</param>
    /// <param name="where">Host of the service.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProblemException">The stream broke off, or makes no sense.</exception>
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
                "launch" => new BuildEvent.Launched(ForeignJson.Read(data, WireJson.Default.LaunchAnswer)),
                "message" => new BuildEvent.Logged(ForeignJson.Read(data, WireJson.Default.BuildMessage)),
                "status" => new BuildEvent.Moved(ForeignJson.Read(data, WireJson.Default.StatusChange)),
                "end" => new BuildEvent.Ended(ForeignJson.Read(data, WireJson.Default.BuildDescription)),
                _ => null,
            };
        }
        catch (JsonException e)
        {
            throw new ProblemException(NetworkProblems.NotSlipway.At(where, $"The event '{(kind.Length > 20 ? kind[..20] : kind)}' is not of the form that it should have."), e);
        }
    }
}
