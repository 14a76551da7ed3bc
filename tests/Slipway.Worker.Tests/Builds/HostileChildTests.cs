using System.Diagnostics;
using Slipway.Protocol.Problems;
using Slipway.Worker.Builds;
using Slipway.Worker.Sandbox;

namespace Slipway.Worker.Tests.Builds;

/// <summary>A build that was taken over by a file of the app.</summary>
public sealed class HostileChildTests
{
    private static readonly TestApp App = TestApp.Of(("config.xml", "<widget/>"), ("www/index.html", "page"));

    [Fact]
    public async Task One_that_plays_by_the_rules_succeeds()
    {
        await using var worker = HostileChild.Worker("finish('app.apk', b'hello')");
        using var outcome = await worker.RunAsync(App.Job());
        Assert.True(outcome.End == BuildEnd.Succeeded, string.Join('\n', outcome.Problems));
        Assert.Equal("hello", File.ReadAllText(outcome.Files[0].Path));
        Assert.Equal(["config.xml"], outcome.App!.NativeInputs);
    }

    [Theory]
    [InlineData("finish('app.apk', b'hello', size=6)")]
    [InlineData("finish('app.apk', b'hello', sha256='00')")]
    [InlineData("finish('app.apk', None)")]
    [InlineData("finish('../app.apk', None)")]
    [InlineData("finish('.app.apk')")]
    [InlineData("finish('app.apk', format='exe')")]
    [InlineData("finish('app.html')")]
    [InlineData("finish('app.apk', format='zip')")]
    [InlineData("os.symlink('/etc/passwd', order['out'] + '/app.apk'); finish('app.apk', None)")]
    [InlineData("os.mkfifo(order['out'] + '/app.apk'); finish('app.apk', None)")]
    [InlineData("os.mkdir(order['out'] + '/app.apk'); finish('app.apk', None)")]
    public async Task What_it_says_about_its_files_is_not_believed(string script) => await Misbehaves(script, isFiltered: false);

    [Theory]
    [InlineData("type=99")]
    [InlineData("timings={str(i): 1 for i in range(101)}")]
    [InlineData("timings={'x' * 41: 1}")]
    [InlineData("timings={'Plan': -1}")]
    [InlineData("artifacts=[dict(format='apk', fileName='app.apk', size=2, sha256=hashlib.sha256(b'PK').hexdigest())] * 2")]
    public async Task What_a_service_would_refuse_is_refused_here(string facts) => await Misbehaves($"finish('app.apk', facts=dict({facts}))");

    [Theory]
    [InlineData("say(kind='failed', fault='Disk', text='')", "SLW-SBX-50001")]
    [InlineData("say(kind='refused', problems=[dict(code='SLW-GEN-50001', where='', message='', remedy='')])", "SLW-GEN-50001")]
    public async Task One_that_blames_the_worker_does_not_keep_it_from_other_builds(string script, string code)
    {
        await using var worker = HostileChild.Worker($"{script}\ntime.sleep(600)");
        using var outcome = await worker.RunAsync(App.Job());
        Assert.Equal((BuildEnd.Crashed, true), (outcome.End, outcome.MayRetry));
        Assert.Equal(code, Assert.Single(outcome.Problems).Code);
    }

    [Theory]
    [InlineData("sys.stdout.buffer.write(b'\\xff' * 100); sys.stdout.buffer.flush(); time.sleep(600)")]
    [InlineData("sys.stdout.buffer.write(struct.pack('>I', 1 << 30)); sys.stdout.buffer.flush(); time.sleep(600)")]
    [InlineData("say(kind='unknown'); time.sleep(600)")]
    [InlineData("say(kind='ready'); time.sleep(600)")]
    [InlineData("say(kind='finished'); time.sleep(600)")]
    [InlineData("say(kind='refused', problems=[None]); time.sleep(600)")]
    [InlineData("say(kind='progress'); time.sleep(600)")]
    [InlineData("say(kind='signature', algorithm='SHA256', hash=base64.b64encode(bytes(32)).decode()); time.sleep(600)")]
    [InlineData("say(kind='purpose', bundleId='a.b'); time.sleep(600)")]
    [InlineData("say(kind='shell', shell={'kind': 'ios', 'variant': 'Device'}); time.sleep(600)")]
    [InlineData("say(kind='shell', shell={'kind': 'android', 'minSdk': 100000, 'debug': False}); time.sleep(600)")]
    [InlineData("say(kind='shell', shell={'kind': 'desktop'}); time.sleep(600)")]
    [InlineData("say(kind='shell', shell=None); time.sleep(600)")]
    [InlineData("for i in range(5000): say(kind='progress', text='x')\ntime.sleep(600)")]
    [InlineData("for i in range(100):\n    say(kind='deflated')\n    listen()\ntime.sleep(600)")]
    public async Task What_no_build_says_ends_it(string script) => await Misbehaves(script);

    [Fact]
    public async Task A_system_call_that_no_build_makes_ends_it() =>
        await Misbehaves("import ctypes\nctypes.CDLL(None).unshare(0x10000000)\nfinish('app.apk')");

    [Theory]
    [InlineData("SHA256", 32, 7, true)]
    [InlineData("SHA256", 32, 100, false)]
    [InlineData("SHA256", 33, 1, false)]
    [InlineData("MD5", 16, 1, false)]
    public async Task It_gets_few_signatures_and_of_hashes_only(string algorithm, int length, int count, bool isAllowed)
    {
        await using var worker = HostileChild.Worker($$"""
            say(kind='key')
            listen()
            for i in range({{count}}):
                say(kind='signature', algorithm='{{algorithm}}', hash=base64.b64encode(bytes({{length}})).decode())
                if listen()['kind'] != 'signature':
                    sys.exit(9)
            finish('app.apk')
            """);
        using var outcome = await worker.RunAsync(App.Job());
        Assert.Equal(isAllowed ? BuildEnd.Succeeded : BuildEnd.Stopped, outcome.End);
    }

    [Fact]
    public async Task The_answers_hold_no_secret()
    {
        await using var worker = HostileChild.Worker("""
            said = json.dumps(order)
            for question in [dict(kind='key'), dict(kind='deflated')]:
                say(**question)
                said += json.dumps(listen())
            finish('app.apk', said.encode())
            """);
        using var outcome = await worker.RunAsync(App.Job());
        Assert.True(outcome.End == BuildEnd.Succeeded, string.Join('\n', outcome.Problems));
        var heard = File.ReadAllText(outcome.Files[0].Path);
        Assert.Contains("chain", heard, StringComparison.Ordinal);
        Assert.DoesNotContain(TestApp.Password, heard, StringComparison.Ordinal);
        Assert.DoesNotContain(worker.Work, heard, StringComparison.Ordinal);
        Assert.True(heard.Length < 5000, heard);
    }

    [Fact]
    public async Task One_that_crashes_is_told_with_its_last_words_masked()
    {
        await using var worker = HostileChild.Worker($"sys.stderr.write('boom \\x1b[31m {TestApp.Password}'); sys.exit(3)");
        using var outcome = await worker.RunAsync(App.Job());
        Assert.Equal((BuildEnd.Crashed, true), (outcome.End, outcome.MayRetry));
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(SandboxProblems.Crashed, problem.Kind);
        Assert.Equal("The process ended with the code 3.", problem.Message);
        Assert.Equal("boom \\u001b[31m ***", outcome.Details);
    }

    [Fact]
    public async Task What_it_says_is_masked_and_stays_one_line()
    {
        await using var worker = HostileChild.Worker($"say(kind='progress', text='a\\n{{\"fake\": 1}} {TestApp.Password} ' + base64.b64encode(b'{TestApp.Password}').decode())\nfinish('app.apk')");
        using var outcome = await worker.RunAsync(App.Job());
        Assert.Equal("a\\n{\"fake\": 1} *** ***", worker.Events[0].TrimEnd('='));
    }

    [Fact]
    public async Task Problems_without_a_code_of_the_catalogue_are_no_answer()
    {
        await using var worker = HostileChild.Worker("say(kind='refused', problems=[dict(code='SLW-ALL-IS-WELL', where='', message='', remedy='')])\ntime.sleep(600)");
        using var outcome = await worker.RunAsync(App.Job());
        Assert.Equal(BuildEnd.Crashed, outcome.End);
    }

    [Theory]
    [InlineData("time.sleep(600)")]
    [InlineData("while True:\n    try:\n        os.fork()\n    except OSError:\n        pass")]
    [InlineData("for i in range(10): open(order['out'] + f'/{i}', 'wb').write(bytes(4 << 20))\ntime.sleep(600)")]
    [InlineData("x = [bytearray(20 << 20) for i in range(8)]\nfor i in range(8):\n    if os.fork() == 0:\n        y = [bytes(b) for b in x]\n        time.sleep(600)\ntime.sleep(600)")]
    public async Task One_that_takes_too_much_is_ended_and_the_worker_goes_on(string script)
    {
        var limits = new SandboxLimits { Memory = 512 << 20, Disk = 32 << 20, Tasks = 60, WallTime = TimeSpan.FromSeconds(3) };
        await using var worker = HostileChild.Worker($"if 'page' == open(order['app'] + '/www/index.html').read():\n    {script.Replace("\n", "\n    ", StringComparison.Ordinal)}\nfinish('app.apk')", limits, isFiltered: false);
        using var outcome = await worker.RunAsync(App.Job());
        Assert.Equal((BuildEnd.Stopped, false), (outcome.End, outcome.MayRetry));
        Assert.Equal(SandboxProblems.LimitReached, Assert.Single(outcome.Problems).Kind);
        using var next = await worker.RunAsync(TestApp.Of(("www/index.html", "other")).Job());
        Assert.True(next.End == BuildEnd.Succeeded, string.Join('\n', next.Problems));
    }

    [Fact]
    public async Task Cancelling_ends_everything_within_seconds()
    {
        var mark = Guid.NewGuid().ToString("N");
        await using var worker = HostileChild.Worker($"mark = '{mark}'\nfor i in range(5):\n    if os.fork() == 0:\n        time.sleep(600)\nsay(kind='progress', text='running')\ntime.sleep(600)", isFiltered: false);
        using var cancellation = new CancellationTokenSource();
        var job = App.Job();
        var runner = await worker.RunnerAsync();
        var running = runner.RunAsync(job, new Signal(cancellation.Cancel), cancellation.Token);
        using var outcome = await running.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal((BuildEnd.Cancelled, false), (outcome.End, outcome.MayRetry));
        Assert.False(Directory.Exists(Path.Combine(worker.Work, "builds", job.Lease.Build.ToString())));
        await worker.DisposeRunnerAsync();
        Assert.DoesNotContain(Process.GetProcesses(), process => CommandLine(process.Id).Contains(mark, StringComparison.Ordinal));
    }

    private static async Task Misbehaves(string script, bool isFiltered = true)
    {
        await using var worker = HostileChild.Worker(script, isFiltered: isFiltered);
        using var outcome = await worker.RunAsync(App.Job());
        Assert.Equal((BuildEnd.Stopped, false), (outcome.End, outcome.MayRetry));
        Assert.Equal(SandboxProblems.Misbehaved, Assert.Single(outcome.Problems).Kind);
        Assert.Empty(outcome.Files);
    }

    private static string CommandLine(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private sealed class Signal(Action signal) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value) => signal();
    }
}
