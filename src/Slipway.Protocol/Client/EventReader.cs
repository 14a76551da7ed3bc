using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Streams;
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

/// <summary>A stream of server-sent events with a size limit for each: the reader buffers a whole event, and a service could send one without an end.</summary>
/// <param name="inner">The stream.</param>
/// <param name="most">Maximum size of an event in bytes.</param>
/// <param name="where">Host of the service, for messages.</param>
internal sealed class BoundedEvents(Stream inner, int most, string where) : ReadOnlyStream
{
    private int _length;
    private bool _isLineEmpty;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        Count(buffer.Span[..count]);
        return _length <= most ? count : throw new ProblemException(NetworkProblems.NotSlipway.At(where, $"An event has more than {most >> 20} MiB."));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    // An empty line ends an event. The service ends lines with a line feed; a carriage return before it changes nothing.
    private void Count(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            _length = b == '\n' && _isLineEmpty ? 0 : _length + 1;
            _isLineEmpty = b == '\n' || (_isLineEmpty && b == '\r');
            if (_length > most)
                return;
        }
    }
}

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
