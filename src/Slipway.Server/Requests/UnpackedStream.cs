using Slipway.Protocol.Problems;
using Slipway.Protocol.Streams;

namespace Slipway.Server.Requests;

/// <summary>A stream that decompresses a body, up to a limit on the decompressed size.</summary>
/// <param name="unpacking">The decompressing stream.</param>
/// <param name="limit">The maximum number of bytes.</param>
internal sealed class UnpackedStream(Stream unpacking, long limit) : ReadOnlyStream
{
    private long _count;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var count = await unpacking.ReadAsync(buffer, cancellationToken);
            _count += count;
            return _count <= limit ? count : throw new ProblemException(ServiceProblems.BodyTooLarge.At("body", $"The body unpacks to more than {limit} bytes."));
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new ProblemException(ServiceProblems.Malformed.At("body", "The body cannot be unpacked as Content-Encoding says."), e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            unpacking.Dispose();
        base.Dispose(disposing);
    }
}
