using Slipway.Protocol.Streams;

namespace Slipway.Protocol.Client;

/// <summary>A stream with an idle timeout.</summary>
/// <param name="inner">The stream.</param>
/// <param name="limit">The idle timeout.</param>
/// <param name="describe">Returns the exception to throw for a failure.</param>
internal sealed class WatchedStream(Stream inner, TimeSpan limit, Func<Exception, Exception> describe) : ReadOnlyStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var patience = new IdleTimeout(limit, cancellationToken);
        try
        {
            return await inner.ReadAsync(buffer, patience.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException e)
        {
            throw describe(new TimeoutException("No data arrived before the timeout.", e));
        }
        // For damaged data, gzip throws InvalidDataException and Brotli InvalidOperationException.
        catch (Exception e) when (e is IOException or HttpRequestException or InvalidDataException or InvalidOperationException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw describe(e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
