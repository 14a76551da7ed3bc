using System.Globalization;
using System.Net.Sockets;
using Slipway.Diagnosis.Connections;

namespace Slipway.Diagnosis.Tls;

/// <summary>Sends a ClientHello and classifies the answer.</summary>
/// <param name="Outcome">The answer.</param>
/// <param name="Elapsed">The time until the answer.</param>
internal sealed record HelloProbe(HelloOutcome Outcome, TimeSpan Elapsed)
{
    private const byte AlertRecord = 21;
    private const byte HandshakeRecord = 22;

    // Long enough that the two parts are not sent in one segment.
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(30);

    /// <summary>Whether a TLS server received it.</summary>
    public bool Reached => Outcome is HelloOutcome.Answered or HelloOutcome.Alert;

    /// <summary>Whether it was cut or dropped on the path.</summary>
    public bool Cut => Outcome is HelloOutcome.Reset or HelloOutcome.Closed or HelloOutcome.Silent;

    /// <summary>Sends a hello in one or more segments.</summary>
    public static async Task<HelloProbe> SendAsync(Examination examination, IReadOnlyList<ReadOnlyMemory<byte>> segments, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        var outcome = await OutcomeAsync(examination, segments, cancellation);
        return new HelloProbe(outcome, TimeProvider.System.GetElapsedTime(began));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Words} after {Elapsed.TotalMilliseconds:0.0} ms");

    private string Words => Outcome switch
    {
        HelloOutcome.Answered => "answered",
        HelloOutcome.Alert => "refused by the server (alert)",
        HelloOutcome.NotTls => "answered, but not with TLS",
        HelloOutcome.Reset => "connection reset",
        HelloOutcome.Closed => "connection closed",
        HelloOutcome.Silent => "no answer",
        _ => "no connection",
    };

    private static async Task<HelloOutcome> OutcomeAsync(Examination examination, IReadOnlyList<ReadOnlyMemory<byte>> segments, CancellationToken cancellation)
    {
        Stream stream;
        try
        {
            stream = await ServicePath.OpenAsync(examination, cancellation);
        }
        catch (IOException)
        {
            return HelloOutcome.NotConnected;
        }

        await using var open = stream;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(examination.Times.Answer);
        try
        {
            foreach (var (index, segment) in segments.Index())
            {
                if (index > 0)
                    await Task.Delay(Gap, limit.Token);
                await stream.WriteAsync(segment, limit.Token);
            }

            var type = new byte[1];
            return await stream.ReadAsync(type, limit.Token) == 0
                ? HelloOutcome.Closed
                : type[0] switch { HandshakeRecord => HelloOutcome.Answered, AlertRecord => HelloOutcome.Alert, _ => HelloOutcome.NotTls };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return HelloOutcome.Silent;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return HelloOutcome.Reset;
        }
    }
}

/// <summary>The answer to a ClientHello.</summary>
internal enum HelloOutcome
{
    /// <summary>The handshake continues.</summary>
    Answered,

    /// <summary>The server understood the hello and refused it.</summary>
    Alert,

    /// <summary>The answer is not TLS.</summary>
    NotTls,

    /// <summary>The connection was reset.</summary>
    Reset,

    /// <summary>The connection was closed without an answer.</summary>
    Closed,

    /// <summary>There was no answer in time.</summary>
    Silent,

    /// <summary>The connection could not be established.</summary>
    NotConnected,
}
