using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Slipway.Worker.Sandbox;

namespace Slipway.Worker.Tests.Sandbox;

/// <summary>What programs may ask the kernel for. Each probe is also run without the filter, to show that it would work.</summary>
public sealed partial class SystemCallFilterTests : IDisposable
{
    private const int KilledByFilter = 128 + 31;

    private readonly HostileProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("/usr/include/x86_64-linux-gnu/asm/unistd_64.h", Architecture.X64)]
    [InlineData("/usr/include/asm-generic/unistd.h", Architecture.Arm64)]
    public void Numbers_are_those_of_the_kernels_headers(string header, Architecture architecture)
    {
        Assert.SkipUnless(File.Exists(header), $"{header} (linux-libc-dev) is not here.");
        var text = File.ReadAllText(header);
        var shared = Shared.Matches(text).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["number"].Value, StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match match in Numbers.Matches(text))
        {
            var value = match.Groups["value"].Value;
            if (int.TryParse(value, out var number) || (value.StartsWith("__NR3264_", StringComparison.Ordinal) && int.TryParse(shared.GetValueOrDefault(value), out number)))
                numbers.TryAdd(match.Groups["name"].Value, number);
        }

        Assert.NotEmpty(numbers);
        foreach (var call in SystemCalls.Allowed.Concat(SystemCalls.Fatal))
            Assert.True((architecture == Architecture.X64 ? call.X64 : call.Arm64) == (numbers.TryGetValue(call.Name, out var number) ? number : null), call.Name);
    }

    [Fact]
    public void No_call_is_on_two_lists()
    {
        var calls = SystemCalls.Allowed.Concat(SystemCalls.Fatal).ToList();
        Assert.Equal(calls.Count, calls.DistinctBy(call => call.Name).Count());
        Assert.Equal(calls.Count, calls.DistinctBy(call => call.X64).Count());
        Assert.DoesNotContain(calls, call => call.Name == "clone3");
    }

    [Theory]
    [InlineData("libc.memfd_create(b'x', 0)")]
    [InlineData("libc.socket(1, 1, 0)")]
    [InlineData("libc.inotify_init()")]
    [InlineData("libc.eventfd(0, 0)")]
    [InlineData("libc.shmget(0, 4096, 0o1600)")]
    [InlineData("libc.symlink(b'x', out.encode() + b'/link')")]
    [InlineData("libc.mkfifo(out.encode() + b'/pipe', 0o600)")]
    [InlineData("libc.setpriority(0, 0, 1)")]
    [InlineData("libc.kill(os.getpid(), 0)")]
    public async Task What_no_build_needs_is_not_there(string call)
    {
        var probe = $"libc = ctypes.CDLL(None, use_errno=True)\nprint({call} < 0, os.strerror(ctypes.get_errno()))";
        Assert.Equal("True Function not implemented", (await _program.RunAsync(_program.Inside, probe)).Out);
        Assert.StartsWith("False", (await _program.RunAsync(_program.Unfiltered, probe)).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("libc.unshare(0x20000)")]
    [InlineData("libc.setns(0, 0x40000000)")]
    [InlineData("libc.mount(b'none', b'/there/is/no/such/folder', b'tmpfs', 0, None)")]
    [InlineData("libc.ptrace(0, 0, 0, 0)")]
    [InlineData("libc.process_vm_readv(1, None, 0, None, 0, 0)")]
    [InlineData("libc.init_module(None, 0, None)")]
    [InlineData("libc.swapoff(b'/there/is/no/such/file')")]
    // The calls are such that they do no harm where they are not refused.
    public async Task What_only_an_attacker_asks_for_ends_the_program(string call)
    {
        var probe = $"libc = ctypes.CDLL(None, use_errno=True)\n{call}\nprint('goes on')";
        Assert.Equal((KilledByFilter, ""), Seen(await _program.RunAsync(_program.Inside, probe)));
        Assert.Equal((0, "goes on"), Seen(await _program.RunAsync(_program.Unfiltered, probe)));
    }

    [Fact]
    public async Task There_are_threads_but_no_processes()
    {
        const string threads = "import threading\nt = threading.Thread(target=lambda: print('another thread'))\nt.start()\nt.join()";
        Assert.Equal((0, "another thread"), Seen(await _program.RunAsync(_program.Inside, threads)));
        const string process = "if os.fork() == 0:\n    os._exit(0)\nos.wait()\nprint('forked')";
        var (exit, _, error) = await _program.RunAsync(_program.Inside, process);
        Assert.Equal(1, exit);
        Assert.Contains("PermissionError", error, StringComparison.Ordinal);
        Assert.Equal((0, "forked"), Seen(await _program.RunAsync(_program.Unfiltered, process)));
    }

    [Fact]
    public async Task A_process_with_namespaces_of_its_own_is_no_thread()
    {
        var clone = SystemCalls.Allowed.Single(call => call.Name == "clone");
        var number = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? clone.Arm64 : clone.X64;
        Assert.Equal(KilledByFilter, (await _program.RunAsync(_program.Inside, $"ctypes.CDLL(None).syscall({number}, 0x20000 | 17, 0, 0, 0, 0)")).Exit);
    }

    [Fact]
    public async Task Input_cannot_be_put_into_a_terminal()
    {
        const string probe = "import fcntl\ntry:\n    fcntl.ioctl(0, 0x5412, b'x')\nexcept OSError as e:\n    print(os.strerror(e.errno))";
        Assert.Equal("Inappropriate ioctl for device", (await _program.RunAsync(_program.Inside, probe)).Out);
        const string clone = "import fcntl\ntry:\n    fcntl.ioctl(0, 0x40049409, 1)\nexcept OSError as e:\n    print(e.errno)";
        Assert.NotEqual("25", (await _program.RunAsync(_program.Unfiltered, clone)).Out);
        Assert.Equal((await _program.RunAsync(_program.Unfiltered, clone)).Out, (await _program.RunAsync(_program.Inside, clone)).Out);
    }

    [Fact]
    public async Task Numbers_of_the_x32_interface_end_the_program()
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "There is no such interface.");
        const string probe = "ctypes.CDLL(None).syscall(0x40000000 | 39)\nprint('goes on')";
        Assert.Equal((KilledByFilter, ""), Seen(await _program.RunAsync(_program.Inside, probe)));
        Assert.Equal((0, "goes on"), Seen(await _program.RunAsync(_program.Unfiltered, probe)));
    }

    [Fact]
    public async Task Calls_of_32_bits_end_the_program()
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "There is no such interface.");
        // mov eax, 20 (getpid of i386); int 0x80; ret
        const string probe = """
            import mmap
            code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
            code.write(b'\xb8\x14\x00\x00\x00\xcd\x80\xc3')
            print(ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))() == os.getpid())
            """;
        var unfiltered = await _program.RunAsync(_program.Unfiltered, probe);
        Assert.SkipUnless(unfiltered.Exit == 0, "The kernel has no calls of 32 bits.");
        Assert.Equal("True", unfiltered.Out);
        Assert.Equal((KilledByFilter, ""), Seen(await _program.RunAsync(_program.Inside, probe)));
    }

    private static (int Exit, string Out) Seen((int Exit, string Out, string Error) result) => (result.Exit, result.Out);

    [GeneratedRegex(@"^#define __NR_(?<name>\w+)\s+(?<value>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers { get; }

    [GeneratedRegex(@"^#define (?<name>__NR3264_\w+)\s+(?<number>\d+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Shared { get; }
}
