using Slipway.Protocol.Problems;
using Slipway.Protocol.Streams;

namespace Slipway.Protocol.Client;

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
