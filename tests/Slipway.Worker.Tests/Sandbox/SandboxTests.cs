using System.Net;
using System.Net.Sockets;

namespace Slipway.Worker.Tests.Sandbox;

/// <summary>What cannot be reached from inside. Each probe is also run outside, where it succeeds.</summary>
public sealed class SandboxTests : IDisposable
{
    private readonly HostileProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Files_of_the_machine_are_not_there()
    {
        string[] ofRoot = Environment.IsPrivilegedProcess ? ["/root"] : [];
        foreach (var path in new[] { _program.Secret("the secret"), "/etc/passwd", "/etc/hostname", "/home", "/var", "/sys", $"/proc/{Environment.ProcessId}/root/etc/passwd" }.Concat(ofRoot))
        {
            var probe = $"path = '{path}'\nprint(os.listdir(path) if os.path.isdir(path) else open(path).read())";
            Assert.Equal(0, (await _program.RunAsync(HostileProgram.Outside, probe)).Exit);
            var (exit, text, error) = await _program.RunAsync(_program.Inside, probe);
            Assert.True(exit == 1 && text.Length == 0, $"{path}: {exit} {text}");
            Assert.Matches("FileNotFoundError|PermissionError", error);
        }
    }

    [Fact]
    public async Task The_environment_and_the_processes_of_the_worker_are_not_there()
    {
        var probe = $$"""
            found = ''
            for process in ['{{Environment.ProcessId}}', str(os.getppid()), '1']:
                try:
                    found += open(f'/proc/{process}/environ').read()
                except OSError:
                    pass
            print(any(v and not v.startswith('PATH=') for v in found.split('\0')), sorted(int(p) for p in os.listdir('/proc') if p.isdigit())[-1] > 100, len(os.environ))
            """;
        Assert.StartsWith("True True", (await _program.RunAsync(HostileProgram.Outside, probe)).Out, StringComparison.Ordinal);
        // Python itself sets LC_CTYPE, the sandbox the working folder and that of temporary files.
        Assert.Matches("^False False [123]$", (await _program.RunAsync(_program.Inside, probe)).Out);
    }

    [Fact]
    public async Task Nothing_can_be_connected_to()
    {
        using var tcp = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        tcp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        tcp.Listen();
        using var local = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var name = $"slipway-{Guid.NewGuid():N}";
        local.Bind(new UnixDomainSocketEndPoint("\0" + name));
        local.Listen();
        var port = ((IPEndPoint)tcp.LocalEndPoint!).Port;
        foreach (var (listener, probe) in new[]
        {
            (tcp, $"socket.create_connection(('127.0.0.1', {port})); print('connected')"),
            (local, $"socket.socket(socket.AF_UNIX).connect('\\0{name}'); print('connected')"),
        })
        {
            Assert.Equal("connected", (await _program.RunAsync(HostileProgram.Outside, probe)).Out);
            Assert.True(listener.Poll(0, SelectMode.SelectRead));
            listener.Accept().Dispose();
            Assert.Equal(1, (await _program.RunAsync(_program.Inside, probe)).Exit);
            Assert.Equal(1, (await _program.RunAsync(_program.Unfiltered, probe)).Exit);
            Assert.False(listener.Poll(0, SelectMode.SelectRead));
        }
    }

    [Fact]
    public async Task Without_the_filter_of_system_calls_there_is_still_no_network()
    {
        const string probe = """print(sorted(line.split(':')[0].strip() for line in open('/proc/net/dev').readlines()[2:]))""";
        Assert.Equal("['lo']", (await _program.RunAsync(_program.Unfiltered, probe)).Out);
    }

    [Theory]
    [InlineData("open(cache + '/entry', 'w').write('poison')")]
    [InlineData("open(cache + '/new', 'w').write('poison')")]
    [InlineData("os.unlink(cache + '/entry')")]
    [InlineData("os.chmod(cache + '/entry', 0o777)")]
    [InlineData("os.rename(cache + '/entry', cache + '/other')")]
    public async Task The_cache_cannot_be_changed(string probe)
    {
        var (exit, _, error) = await _program.RunAsync(_program.Inside, probe);
        Assert.Equal(1, exit);
        Assert.Matches("Read-only|PermissionError", error);
        Assert.Equal(["cached"], Directory.GetFiles(_program.Cache).Select(File.ReadAllText));
        Assert.Equal(0, (await _program.RunAsync(HostileProgram.Outside, probe)).Exit);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/usr")]
    [InlineData("/dev")]
    [InlineData("/tmp")]
    [InlineData("/dev/shm")]
    [InlineData("/job")]
    [InlineData("/etc")]
    [InlineData("/proc/sys/kernel")]
    public async Task Nothing_can_be_written_but_to_the_workspace(string folder) =>
        Assert.Equal("False", (await _program.RunAsync(_program.Inside, $"try:\n    open('{folder}/x', 'w')\n    print(True)\nexcept OSError:\n    print(False)")).Out);

    [Fact]
    public async Task The_workspace_can_be_written_to()
    {
        Assert.Equal(0, (await _program.RunAsync(_program.Inside, "open(out + '/result', 'w').write('made')")).Exit);
        Assert.Equal("made", File.ReadAllText(Path.Combine(_program.Out, "result")));
    }

    [Fact]
    public async Task There_are_no_files_in_memory_whose_number_nothing_bounds()
    {
        const string probe = "print([line.split()[4] for line in open('/proc/self/mountinfo') if ' tmpfs ' in line and line.split()[5].startswith('rw')])";
        Assert.Equal("[]", (await _program.RunAsync(_program.Inside, probe)).Out);
        Assert.Equal("/job/out", (await _program.RunAsync(_program.Inside, "import tempfile\nprint(tempfile.gettempdir())")).Out);
    }

    [Fact]
    public async Task Files_that_others_use_too_cannot_be_locked()
    {
        const string probe = "import fcntl\nf = open(cache + '/entry')\ntry:\n    fcntl.flock(f, fcntl.LOCK_EX | fcntl.LOCK_NB)\n    print('locked')\nexcept OSError:\n    print('refused')";
        Assert.Equal("refused", (await _program.RunAsync(_program.Inside, probe)).Out);
        Assert.Equal("locked", (await _program.RunAsync(_program.Unfiltered, probe)).Out);
    }

    [Fact]
    public async Task Memory_is_never_dumped_to_a_file() =>
        Assert.Equal("(0, 0)", (await _program.RunAsync(_program.Inside, "import resource\nprint(resource.getrlimit(resource.RLIMIT_CORE))")).Out);

    [Fact]
    public async Task There_is_no_way_to_more_rights()
    {
        const string probe = """
            status = dict(line.split(':\t', 1) for line in open('/proc/self/status').read().splitlines() if ':\t' in line)
            print(status['CapEff'], status['CapBnd'], status['NoNewPrivs'], status['Seccomp'], 0 in (os.getuid(), os.geteuid(), os.getgid()))
            """;
        Assert.Equal("0000000000000000 0000000000000000 1 2 False", (await _program.RunAsync(_program.Inside, probe)).Out);
    }
}
