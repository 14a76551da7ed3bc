using System.Text;
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
    [InlineData("UIApplicationMain SLWAppDelegate")]
    [InlineData("application:didFinishLaunchingWithOptions:")]
    [InlineData("scene:willConnectToSession:options:")]
    [InlineData("viewDidLoad")]
    [InlineData("colorWithRed:green:blue:alpha:] 0.2, 0.4, 0.6, 1")]
    [InlineData("some/route\" 200 {Accept-Ranges: bytes, Cache-Control: no-cache, Content-Length: 40,")]
    [InlineData("app://localhost/../slipway.json\" 404 {")]
    [InlineData("app://localhost/%2e%2e/slipway.json\" 404 {")]
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
    public void A_renamed_selector_is_noticed() => Fails("no scheme handler was made", CompiledShells.Changed("renamed", bytes =>
        "startURLSchemeXask:"u8.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf("startURLSchemeTask:"u8)))));

    [Fact]
    public void A_changed_instruction_is_noticed() => Fails("main did not reach UIApplicationMain", CompiledShells.Changed("patched", bytes =>
    {
        // main returns at once: RET of the A64 instruction set.
        ReadOnlySpan<byte> ret = [0xc0, 0x03, 0x5f, 0xd6];
        var main = bytes.AsSpan(EntryOffset(bytes), ret.Length);
        Assert.False(main.SequenceEqual(ret));
        ret.CopyTo(main);
    }));

    [Fact]
    public void A_shell_that_follows_paths_out_of_the_web_files_is_noticed()
    {
        var (exitCode, trace) = Emulate(Broken("SLWPath.c", "count > 0 && !AreNames(", "count < 0 && !AreNames("));
        Assert.Equal(0, exitCode);
        Assert.Contains("didReceiveResponse:] \"\"app://localhost/../slipway.json\" 200 ", trace, StringComparison.Ordinal);
        Assert.NotEqual(File.ReadAllText(Golden), trace);
    }

    [Fact]
    public void A_start_page_that_is_a_route_is_the_index_page()
    {
        var (exitCode, trace) = Emulate(CompiledShells.PathOf(IosShellVariant.Device), start: "app/home");
        Assert.Equal(0, exitCode);
        Assert.Contains("some/route\" 200 {Accept-Ranges: bytes, Cache-Control: no-cache, Content-Length: 35,", trace, StringComparison.Ordinal);
    }

    private void Fails(string fault, string shell)
    {
        var (exitCode, trace) = Emulate(shell);
        Assert.Equal(1, exitCode);
        Assert.EndsWith($"FAULT {fault}\n", trace, StringComparison.Ordinal);
    }

    // A shell with a change in one of its sources.
    private string Broken(string source, string rule, string broken)
    {
        var sources = ShellSources.Ios.Select(s => s.Name != $"src/{source}" ? s : s with { Content = Replace(s.Content, rule, broken) }).ToList();
        var path = Path.Combine(_folder.Path, "broken");
        File.WriteAllBytes(path, AppleCompiler.Find().Compile(sources, IosShellVariant.Device, CancellationToken.None));
        return path;
    }

    private static byte[] Replace(byte[] content, string rule, string broken)
    {
        var text = Encoding.UTF8.GetString(content);
        Assert.Contains(rule, text, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text.Replace(rule, broken, StringComparison.Ordinal));
    }

    // LC_MAIN is 0x80000028; the offset of the entry follows kind and size.
    private static int EntryOffset(byte[] bytes) =>
        BitConverter.ToInt32(bytes, bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x28, 0, 0, 0x80, 24, 0, 0, 0]) + 8);

    private (int ExitCode, string Trace) Emulate(string shell, string start = "home.html")
    {
        var web = Directory.CreateDirectory(Path.Combine(_folder.Path, "www")).FullName;
        File.WriteAllText(Path.Combine(web, "index.html"), "<!doctype html><title>Trace</title>");
        File.WriteAllText(Path.Combine(web, "home.html"), "<!doctype html><title>Start page</title>");
        File.WriteAllText(Path.Combine(_folder.Path, "slipway.json"), $$"""{"start":"{{start}}","backgroundColor":"#FF336699","debuggable":true}""");
        var (exitCode, trace) = ExternalTool.Run("/usr/bin/python3", Path.Combine(Repository.Root, "tests", "outsiders", "ios_emulator.py"), shell, "--web", web);
        return (exitCode, trace);
    }
}
