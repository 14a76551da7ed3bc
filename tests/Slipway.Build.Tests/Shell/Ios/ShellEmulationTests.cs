using Slipway.Build.Shell;
using Slipway.Build.Shell.Ios;

namespace Slipway.Build.Tests.Shell.Ios;

/// <summary>The shell starts and serves in an emulator on a mocked Objective-C runtime; what it asks of the platform is compared with a golden trace.</summary>
public sealed class ShellEmulationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string Golden => Path.Combine(Repository.Root, "tests", "Slipway.Build.Tests", "Shell", "Ios", "trace.txt");

    public void Dispose() => _folder.Dispose();

    /// <summary>Set SLIPWAY_UPDATE=1 to write the trace anew.</summary>
    [Fact]
    public void What_the_shell_asks_of_the_platform_is_as_it_was()
    {
        var (exitCode, trace) = Emulate(CompiledShells.PathOf(IosShellVariant.Device));
        Assert.True(exitCode == 0, trace);
        if (Environment.GetEnvironmentVariable("SLIPWAY_UPDATE") == "1")
            File.WriteAllText(Golden, trace);
        Assert.Equal(File.ReadAllText(Golden), trace);
    }

    [Theory]
    [InlineData("scene:willConnectToSession:options:")]
    [InlineData("setURLSchemeHandler:forURLScheme:")]
    [InlineData("\" 200 {")]
    [InlineData("\" 206 {")]
    [InlineData("Content-Range: bytes 2-5/")]
    [InlineData("\" 416 {")]
    [InlineData("\" 404 {")]
    [InlineData("openURL:options:completionHandler:] \"https://example.org/page\"")]
    [InlineData("alertControllerWithTitle:message:preferredStyle:] nil, \"hello\"")]
    [InlineData("callback media: 1")]
    [InlineData("webViewWebContentProcessDidTerminate:")]
    public void The_trace_shows(string part) => Assert.Contains(part, File.ReadAllText(Golden), StringComparison.Ordinal);

    [Fact]
    public void A_renamed_selector_is_noticed() => Differs(CompiledShells.Changed("renamed", bytes =>
        "startURLSchemeXask:"u8.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf("startURLSchemeTask:"u8)))));

    [Fact]
    public void A_changed_instruction_is_noticed() => Differs(CompiledShells.Changed("patched", bytes =>
    {
        // The first function returns at once: RET of the A64 instruction set. Code begins at the second page.
        var main = bytes.AsSpan(0x4000, 4);
        Assert.False(main.SequenceEqual((ReadOnlySpan<byte>)[0xc0, 0x03, 0x5f, 0xd6]));
        new byte[] { 0xc0, 0x03, 0x5f, 0xd6 }.CopyTo(bytes.AsSpan(EntryOffset(bytes)));
    }));

    private void Differs(string shell)
    {
        var (exitCode, trace) = Emulate(shell);
        Assert.True(exitCode != 0 || trace != File.ReadAllText(Golden));
    }

    // LC_MAIN is 0x80000028; the offset of the entry follows kind and size.
    private static int EntryOffset(byte[] bytes) =>
        BitConverter.ToInt32(bytes, bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x28, 0, 0, 0x80, 24, 0, 0, 0]) + 8);

    private (int ExitCode, string Trace) Emulate(string shell)
    {
        var web = Directory.CreateDirectory(Path.Combine(_folder.Path, "www")).FullName;
        File.WriteAllText(Path.Combine(web, "index.html"), "<!doctype html><title>Trace</title>");
        return CompiledShells.Run("/usr/bin/python3", Path.Combine(Repository.Root, "tests", "outsiders", "ios_emulator.py"), shell, "--web", web);
    }
}
