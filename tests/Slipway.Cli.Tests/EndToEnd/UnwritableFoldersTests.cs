using System.Text.Json;

namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>Folders that belong to somebody else: a cache costs time then, and the debug key is told from a result that cannot be written.</summary>
public sealed class UnwritableFoldersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public UnwritableFoldersTests()
    {
        _folder.Add("app/index.html", "<title>Somebody</title>");
        foreach (var name in new[] { "out", "data" })
            File.SetUnixFileMode(Directory.CreateDirectory(_folder[name]).FullName, (UnixFileMode)0b111_111_111);
        Directory.CreateDirectory(_folder["closed"]);
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
    }

    public void Dispose()
    {
        foreach (var folder in Directory.EnumerateDirectories(_folder.Path, "*", SearchOption.AllDirectories).Prepend(_folder.Path).ToList())
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        _folder.Dispose();
    }

    [Fact]
    public void A_cache_of_somebody_else_is_a_notice()
    {
        // Compiled once by its owner, as after a build by root.
        Assert.Equal(0, Build("closed", "owner", asOther: false).ExitCode);
        Close("closed");
        _folder.Add("app/more.txt", "so that there is something to remember");
        var run = Build("closed", "data");
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Contains("SLW-GEN-50002", Codes(run));
        Assert.Single(Directory.GetFiles(_folder["out"], "*.apk"));
    }

    [Fact]
    public void A_home_that_cannot_be_written_is_told_by_the_debug_key()
    {
        Close("closed");
        var run = Build("data", "closed");
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(["SLW-SIG-50001"], Codes(run));
    }

    private void Close(string name)
    {
        foreach (var folder in Directory.EnumerateDirectories(_folder[name], "*", SearchOption.AllDirectories).Prepend(_folder[name]).ToList())
            File.SetUnixFileMode(folder, (UnixFileMode)0b101_101_101);
    }

    // Permissions do not hold root back, so that the build is somebody else's then.
    private SlipwayRun Build(string cache, string data, bool asOther = true)
    {
        string[] other = asOther && Environment.IsPrivilegedProcess ? ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] : ["env"];
        // Under ./test --date another user may not open the clock of the one who starts it; no date matters here.
        var environment = new Dictionary<string, string> { ["SLIPWAY_CACHE"] = _folder[cache], ["XDG_DATA_HOME"] = _folder[data], ["HOME"] = "/nonexistent", ["LD_PRELOAD"] = "" };
        return SlipwayRun.Of(other[0], [.. other[1..], "dotnet", "exec", SlipwayRun.Assembly, "build", _folder["app"], "--id", "com.example.somebody", "--out", _folder["out"], "--json"], environment, _folder.Path);
    }

    private static IEnumerable<string?> Codes(SlipwayRun run) =>
        JsonDocument.Parse(run.Out).RootElement.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("code").GetString());
}
