namespace Slipway.Gateway.Tunnels;

/// <summary>Milliseconds since the proxy started, as of the last <see cref="Look"/>, so that reading the time costs nothing.</summary>
internal sealed class ProxyClock(TimeProvider time)
{
    private readonly long start = time.GetTimestamp();
    private long now;

    /// <summary>The time as of the last <see cref="Look"/>.</summary>
    public long Now => Volatile.Read(ref now);

    /// <summary>Reads the clock.</summary>
    public long Look()
    {
        var elapsed = (long)time.GetElapsedTime(start).TotalMilliseconds;
        Volatile.Write(ref now, elapsed);
        return elapsed;
    }
}
