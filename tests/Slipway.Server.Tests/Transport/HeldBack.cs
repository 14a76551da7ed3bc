using System.Net;

namespace Slipway.Server.Tests.Transport;

/// <summary>A login whose body comes later than its headers.</summary>
internal sealed class HeldBack : HttpContent
{
    private readonly Task _until;

    public HeldBack(Task until)
    {
        _until = until;
        Headers.ContentType = new("application/json");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await _until;
        await stream.WriteAsync("""{"email":"nobody@example.com","password":"wrong"}"""u8.ToArray());
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
