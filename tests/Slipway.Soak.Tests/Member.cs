using System.Diagnostics;

namespace Slipway.Soak.Tests;

/// <summary>A server or a worker: a process that is killed now and then and started again.</summary>
internal sealed class Member : IDisposable
{
    private readonly string[] _arguments;
    private readonly Dictionary<string, string> _environment;
    private readonly string _log;
    private readonly Lock _turn = new();
    private Process _process;
    private bool _ended;

    public Member(string name, string[] arguments, Dictionary<string, string> environment, string logFolder)
    {
        Name = name;
        _arguments = arguments;
        _environment = environment;
        _log = Path.Combine(logFolder, name + ".log");
        _process = Start();
    }

    public string Name { get; }

    /// <summary>How often it was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>What all its processes wrote.</summary>
    public string Log => File.Exists(_log) ? File.ReadAllText(_log) : "";

    /// <summary>Kills it at once, as the loss of a machine would, and starts it again.</summary>
    public void KillAndRestart()
    {
        lock (_turn)
        {
            if (_ended)
                return;
            Kills++;
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
            _process.Dispose();
            _process = Start();
        }
    }

    /// <summary>Starts it again when it ended by itself, as systemd would.</summary>
    public void RestartWhenEnded()
    {
        lock (_turn)
        {
            if (_ended || !_process.HasExited)
                return;
            _process.Dispose();
            _process = Start();
        }
    }

    public void Dispose()
    {
        lock (_turn)
        {
            _ended = true;
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
            _process.Dispose();
        }
    }

    // The shell appends both streams to one file, so that nobody has to read pipes of processes that die.
    private Process Start()
    {
        var start = new ProcessStartInfo("bash", ["-c", "exec \"$@\" >>\"$0\" 2>&1 </dev/null", _log, "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "slipway.dll"), .. _arguments]) { UseShellExecute = false };
        foreach (var (name, value) in _environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
