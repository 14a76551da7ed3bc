namespace Slipway.Gateway.Decisions;

/// <summary>
/// Writes decisions to a stream, many at a time. Adding a decision never waits for the disk. When the disk is full or too slow, decisions that do not fit
/// into memory are counted, and a line states the number as soon as lines can be written again.
/// </summary>
public sealed class DecisionLog : IAsyncDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);

    private readonly int _capacity;
    private readonly TimeProvider _time;
    private readonly Func<Stream> _open;
    private readonly Lock _gate = new();
    private readonly DecisionJson _json = new();
    private readonly SemaphoreSlim _due = new(0, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _writing;
    private Stream _target;
    private MemoryStream _pending = new(64 * 1024);
    private MemoryStream _spare = new(64 * 1024);
    private long _unreported;
    private long _lost;
    private long _written;
    private volatile bool _reopen;
    private bool _isTorn;

    /// <summary>Creates a log.</summary>
    /// <param name="open">Opens the stream that lines are appended to. It is called again after <see cref="Reopen"/>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="capacity">The most bytes that may wait to be written.</param>
    public DecisionLog(Func<Stream> open, TimeProvider time, int capacity = 8 * 1024 * 1024)
    {
        (_open, _time, _capacity) = (open, time, capacity);
        _target = open();
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>How many decisions could not be written.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>How many decisions were written.</summary>
    public long Written => Interlocked.Read(ref _written);

    /// <summary>Creates a log that appends to a file.</summary>
    public static DecisionLog ToFile(string path, TimeProvider time) =>
        new(() => new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0), time);

    /// <summary>Adds a decision.</summary>
    public void Add(Decision decision)
    {
        bool first;
        lock (_gate)
        {
            if (_pending.Length >= _capacity)
            {
                _unreported++;
                Interlocked.Increment(ref _lost);
                return;
            }

            first = _pending.Length == 0;
            _pending.Write(_json.Line(decision));
            _written++;
        }

        if (first)
            Wake();
    }

    /// <summary>Reopens the file before the next line, because a log rotation may have renamed it.</summary>
    public void Reopen() => _reopen = true;

    /// <summary>Writes the remaining lines and closes the log.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Wake();
        await _writing;
        await _target.DisposeAsync();
        _json.Dispose();
        _due.Dispose();
        _stop.Dispose();
    }

    private void Wake()
    {
        try
        {
            _due.Release();
        }
        catch (SemaphoreFullException)
        {
            // The writer is signalled already.
        }
    }

    private async Task WriteAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await _due.WaitAsync();
            // Lines that arrive in the meantime share one write.
            await Task.Delay(Delay, _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await WritePendingAsync();
        }

        await WritePendingAsync();
    }

    private async Task WritePendingAsync()
    {
        MemoryStream lines;
        var reported = 0L;
        lock (_gate)
        {
            if (_unreported > 0 && _pending.Length > 0)
            {
                _pending.Write(_json.Lost(_time.GetUtcNow(), _unreported));
                reported = _unreported;
            }

            _unreported -= reported;
            (lines, _pending, _spare) = (_pending, _spare, _pending);
        }

        if (lines.Length == 0)
            return;
        try
        {
            if (_reopen)
                await ReopenAsync();
            // The previous attempt may have ended in the middle of a line.
            if (_isTorn)
                await _target.WriteAsync("\n"u8.ToArray());
            await _target.WriteAsync(lines.GetBuffer().AsMemory(0, (int)lines.Length));
            await _target.FlushAsync();
            _isTorn = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            _isTorn = true;
            Count(lines, reported);
        }

        lines.SetLength(0);
    }

    // Until the new file can be opened, lines go to the old one, wherever it was moved to.
    private async Task ReopenAsync()
    {
        _reopen = false;
        Stream next;
        try
        {
            next = _open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _reopen = true;
            return;
        }

        var before = _target;
        (_target, _isTorn) = (next, false);
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
        lock (_gate)
        {
            _unreported += count + reported;
            _written -= count;
            Interlocked.Add(ref _lost, count);
        }
    }
}
