using System.Runtime.InteropServices;

namespace Slipway.Worker.Tests.Sandbox;

/// <summary>Files that are open in a worker because whoever started it left them open. Alone, because all tests share the worker's process.</summary>
[Collection(nameof(InheritedFilesTests))]
[CollectionDefinition(nameof(InheritedFilesTests), DisableParallelization = true)]
public sealed partial class InheritedFilesTests : IDisposable
{
    private const string Probe = """
        import os
        found = []
        for file in os.listdir('/proc/self/fd'):
            try:
                found.append(os.pread(int(file), 10, 0).decode())
            except OSError:
                pass
        print(found, len(os.listdir('/proc/self/fd')) - 1)
        """;

    private readonly HostileProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task They_are_not_open_inside()
    {
        using var left = File.OpenHandle(_program.Secret("the secret"));
        const int setFlags = 2;
        Assert.Equal(0, Control((int)left.DangerousGetHandle(), setFlags, 0));
        Assert.Contains("the secret", ReadByChild(), StringComparison.Ordinal);
        Assert.Equal("[] 3", (await _program.RunAsync(_program.Inside, Probe)).Out);
        // Nor in anything else that the worker starts after its first build process.
        Assert.DoesNotContain("the secret", ReadByChild(), StringComparison.Ordinal);
    }

    private static string ReadByChild()
    {
        return ExternalTool.Read("/usr/bin/python3", "-c", Probe);
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int file, int command, int argument);
}
