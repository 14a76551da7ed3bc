using System.Net;
using Slipway.Protocol.Diagnostics;

namespace Slipway.Diagnosis.Service;

/// <summary>A body of incompressible bytes that counts how many of them have been sent.</summary>
/// <param name="length">The number of bytes.</param>
internal sealed class IncompressibleContent(long length) : HttpContent
{
    private long _sent;

    /// <summary>The number of bytes that were sent, as far as this machine knows.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var bytes = new IncompressibleBytes();
        var part = new byte[IncompressibleBytes.PartLength];
        for (var number = 0L; Sent < length; number++)
        {
            bytes.Fill(number, part);
            var count = (int)Math.Min(part.Length, length - Sent);
            await stream.WriteAsync(part.AsMemory(0, count), cancellationToken);
            Interlocked.Add(ref _sent, count);
        }
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }
}
