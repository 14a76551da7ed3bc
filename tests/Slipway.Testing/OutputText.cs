using System.Text;

namespace Slipway.Testing;

/// <summary>What a process writes to one of its streams, readable while it still runs.</summary>
internal sealed class OutputText
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _line = new();
    private readonly Queue<string> _lines = [];
    private readonly Lock _lock = new();
    private readonly Action _changed;

    public OutputText(StreamReader reader, Action changed)
    {
        _changed = changed;
        Reading = ReadAsync(reader);
    }

    /// <summary>Completes at the end of the stream.</summary>
    public Task Reading { get; }

    /// <summary>Takes the next line that is complete; null when there is none yet.</summary>
    public string? NextLine()
    {
        lock (_lock)
            return _lines.TryDequeue(out var line) ? line : null;
    }

    public override string ToString()
    {
        lock (_lock)
            return _text.ToString();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        var buffer = new char[4096];
        try
        {
            while (await reader.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var count)
            {
                lock (_lock)
                    Add(buffer.AsSpan(0, count));
                _changed();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The process was killed or disposed of.
        }

        lock (_lock)
        {
            if (_line.Length > 0)
                EndLine();
        }
    }

    private void Add(ReadOnlySpan<char> part)
    {
        _text.Append(part);
        for (int end; (end = part.IndexOf('\n')) >= 0; part = part[(end + 1)..])
        {
            _line.Append(part[..end]);
            EndLine();
        }

        _line.Append(part);
    }

    private void EndLine()
    {
        _lines.Enqueue(_line.ToString().TrimEnd('\r'));
        _line.Clear();
    }
}
