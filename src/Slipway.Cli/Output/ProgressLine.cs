namespace Slipway.Cli.Output;

/// <summary>A line that shows the current activity after half a second and disappears at the end.</summary>
internal sealed class ProgressLine : IProgress<string>, IDisposable
{
    private const string Spinner = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

    private readonly Lock _gate = new();
    private readonly TextWriter? _writer;
    private readonly Timer? _timer;
    private string _text = "working";
    private int _turn;
    private bool _ended;

    public ProgressLine(Terminal terminal)
    {
        if (!terminal.ShowsProgress)
            return;
        _writer = terminal.Error.Writer;
        _timer = new Timer(_ => Draw(), null, 500, 100);
    }

    public void Report(string value)
    {
        lock (_gate)
            _text = value;
    }

    /// <summary>Writes a permanent line above the progress line; only on a terminal.</summary>
    public void Say(string line)
    {
        lock (_gate)
            _writer?.Write($"\r\e[K{line}\n");
    }

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_gate)
        {
            _ended = true;
            if (_turn > 0)
                _writer?.Write("\r\e[K");
        }
    }

    private void Draw()
    {
        lock (_gate)
        {
            if (!_ended)
                _writer?.Write($"\r{Spinner[_turn++ % Spinner.Length]} {Terminal.Clean(_text)}\e[K");
        }
    }
}
