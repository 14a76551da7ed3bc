namespace Slipway.Gateway.Decisions;

/// <summary>
/// Writes decisions to a stream, many at a time. Adding a decision never waits for the disk. When the disk is full or too slow, decisions that do not fit
/// into memory are counted, and a line states the number as soon as lines can be written again.
/// </summary>
public sealed class DecisionLog : IAsyncDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);

    private readonly int capacity;
    private readonly TimeProvider time;
    private readonly Func<Stream> open;
    private readonly Lock gate = new();
    private readonly DecisionJson json = new();
    private readonly SemaphoreSlim due = new(0, 1);
    private readonly CancellationTokenSource stop = new();
    private readonly Task writing;
    private Stream target;
    private MemoryStream pending = new(64 * 1024);
    private MemoryStream spare = new(64 * 1024);
    private long unreported;
    private long lost;
    private long written;
    private volatile bool reopen;
    private bool isTorn;

    /// <summary>Creates a log.</summary>
    /// <param name="open">Opens the stream that lines are appended to. It is called again after <see cref="Reopen"/>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="capacity">The most bytes that may wait to be written.</param>
    public DecisionLog(Func<Stream> open, TimeProvider time, int capacity = 8 * 1024 * 1024)
    {
        (this.open, this.time, this.capacity) = (open, time, capacity);
        target = open();
        writing = Task.Run(WriteAsync);
    }

    /// <summary>How many decisions could not be written.</summary>
    public long Lost => Interlocked.Read(ref lost);

    /// <summary>How many decisions were written.</summary>
    public long Written => Interlocked.Read(ref written);

    /// <summary>Creates a log that appends to a file.</summary>
    public static DecisionLog ToFile(string path, TimeProvider time) =>
        new(() => new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0), time);

    /// <summary>Adds a decision.</summary>
    public void Add(Decision decision)
    {
        bool first;
        lock (gate)
        {
            if (pending.Length >= capacity)
            {
                unreported++;
                Interlocked.Increment(ref lost);
                return;
            }

            first = pending.Length == 0;
            pending.Write(json.Line(decision));
            written++;
        }

        if (first)
            Wake();
    }

    /// <summary>Reopens the file before the next line, because a log rotation may have renamed it.</summary>
    public void Reopen() => reopen = true;

    /// <summary>Writes the remaining lines and closes the log.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        Wake();
        await writing;
        await target.DisposeAsync();
        json.Dispose();
        due.Dispose();
        stop.Dispose();
    }

    private void Wake()
    {
        try
        {
            due.Release();
        }
        catch (SemaphoreFullException)
        {
            // The writer is signalled already.
        }
    }

    private async Task WriteAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            await due.WaitAsync();
            // Lines that arrive in the meantime share one write.
            await Task.Delay(Delay, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await WritePendingAsync();
        }

        await WritePendingAsync();
    }

    private async Task WritePendingAsync()
    {
        MemoryStream lines;
        var reported = 0L;
        lock (gate)
        {
            if (unreported > 0 && pending.Length > 0)
            {
                pending.Write(json.Lost(time.GetUtcNow(), unreported));
                reported = unreported;
            }

            unreported -= reported;
            (lines, pending, spare) = (pending, spare, pending);
        }

        if (lines.Length == 0)
            return;
        try
        {
            if (reopen)
                await ReopenAsync();
            // The previous attempt may have ended in the middle of a line.
            if (isTorn)
                await target.WriteAsync("\n"u8.ToArray());
            await target.WriteAsync(lines.GetBuffer().AsMemory(0, (int)lines.Length));
            await target.FlushAsync();
            isTorn = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            isTorn = true;
            Count(lines, reported);
        }

        lines.SetLength(0);
    }

    // Until the new file can be opened, lines go to the old one, wherever it was moved to.
    private async Task ReopenAsync()
    {
        reopen = false;
        Stream next;
        try
        {
            next = open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            reopen = true;
            return;
        }

        var before = target;
        (target, isTorn) = (next, false);
        try
        {
            await before.DisposeAsync();
        }
        catch (IOException)
        {
            // Lines that could not be written are counted already.
        }
    }

    private void Count(MemoryStream lines, long reported)
    {
        var count = lines.GetBuffer().AsSpan(0, (int)lines.Length).Count((byte)'\n') - (reported > 0 ? 1 : 0);
        lock (gate)
        {
            unreported += count + reported;
            written -= count;
            Interlocked.Add(ref lost, count);
        }
    }
}
