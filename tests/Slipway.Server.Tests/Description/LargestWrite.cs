namespace Slipway.Server.Tests.Description;

/// <summary>Keeps what is written, and how much of it came at once.</summary>
internal sealed class LargestWrite : MemoryStream
{
    public int Largest { get; private set; }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Largest = Math.Max(Largest, buffer.Length);
        return base.WriteAsync(buffer, cancellationToken);
    }
}
