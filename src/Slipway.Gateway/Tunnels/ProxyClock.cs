namespace Slipway.Gateway.Tunnels;

/// <summary>Milliseconds since the proxy began, as of the last time that anybody looked: reading it costs nothing.</summary>
internal sealed class ProxyClock(TimeProvider time)
{
    private readonly long start = time.GetTimestamp();
    private long now;

    /// <summary>The time as of the last <see cref="Look"/>.</summary>
    public long Now => Volatile.Read(ref now);

    /// <summary>Looks at the clock.</summary>
    public long Look()
    {
        var elapsed = (long)time.GetElapsedTime(start).TotalMilliseconds;
        Volatile.Write(ref now, elapsed);
        return elapsed;
    }
}
