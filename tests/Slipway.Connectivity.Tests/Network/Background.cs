using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace Slipway.Connectivity.Tests.Network;

/// <summary>A program that goes on, whose lines are waited for.</summary>
public sealed class Background : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<string> _all = [];
    private readonly Task _reading;

    internal Background(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _reading = Task.WhenAll(ReadAsync(_process.StandardOutput), ReadAsync(_process.StandardError)).ContinueWith(_ => _lines.Writer.Complete(), TaskScheduler.Default);
    }

    /// <summary>Everything that it said so far.</summary>
    public string Said
    {
        get
        {
            lock (_all)
                return string.Join('\n', _all);
        }
    }

    /// <summary>Waits for the next line of standard output or error that holds a text; those before it are passed over.</summary>
    public string Line(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (true)
            {
                var line = _lines.Reader.ReadAsync(patience.Token).AsTask().GetAwaiter().GetResult();
                if (line.Contains(text, StringComparison.Ordinal))
                    return line;
            }
        }
        catch (Exception e) when (e is ChannelClosedException or OperationCanceledException)
        {
            throw new InvalidOperationException($"No line with '{text}' in: {Said}", e);
        }
    }

    /// <summary>Sends a signal.</summary>
    public void Signal(string name) => Node.Local("kill", "-" + name, _process.Id.ToString(CultureInfo.InvariantCulture)).Well();

    /// <summary>Waits for the end; gives the exit code.</summary>
    public int End()
    {
        Assert.True(_process.WaitForExit(Patience), Said);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _reading.Wait();
        _process.Dispose();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_all)
                _all.Add(line);
            _lines.Writer.TryWrite(line);
        }
    }
}
