namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>Which program the launcher starts. In place of the .NET SDK there is a script, whose programs say what they are.</summary>
public sealed class LauncherChoiceTests(LauncherCheckout checkout) : IClassFixture<LauncherCheckout>, IDisposable
{
    // Publishes a program that names its project, unless it is the native one and the cache says that it fails; dotnet exec runs it.
    private const string Sdk = """
        if [[ $1 == exec ]]; then shift; exec bash "$@"; fi
        project=${2##*/} out=
        while (($# > 0)); do [[ $1 == -o ]] && out=$2; shift; done
        echo "$project" >>"$SLIPWAY_CACHE/published"
        [[ ! -e $SLIPWAY_CACHE/fails-native || ${out##*/} != native.* ]] || exit 1
        mkdir -p "$out"
        for file in slipway slipway.dll; do printf '#!/bin/bash\necho "%s %s $*"\n' "$project" "$file" >"$out/$file"; chmod +x "$out/$file"; done
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_first_command_runs_on_the_runtime_and_the_native_program_follows_in_the_background()
    {
        Assert.EndsWith("Slipway.Native slipway.dll inspect x\n", Launch("inspect x", "").Out, StringComparison.Ordinal);
        WaitForNative();
        Assert.Equal("Slipway.Native slipway inspect x\n", Launch("inspect x", "").Out);
        Assert.Equal("Slipway.Native slipway.dll inspect x\n", Launch("inspect x", "never").Out);
        Assert.Equal(["Slipway.Native", "Slipway.Native"], Published);
    }

    [Fact]
    public void Somebody_who_wants_the_native_program_at_once_waits_for_it()
    {
        Assert.Equal("Slipway.Native slipway inspect x\n", Launch("inspect x", "now").Out);
        Assert.Equal(["Slipway.Native"], Published);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("worker --help")]
    [InlineData("gateway relay")]
    [InlineData("backup")]
    public void The_service_runs_on_the_runtime(string command) =>
        Assert.Equal($"Slipway.Services slipway.dll {command}\n", Launch(command, "now").Out);

    [Fact]
    public void A_native_program_that_does_not_compile_is_told_once_and_not_tried_again()
    {
        _folder.Add("cache/fails-native", "");
        var run = Launch("inspect x", "now");
        Assert.Equal("Slipway.Native slipway.dll inspect x\n", run.Out);
        Assert.Contains("could not be compiled", run.Error, StringComparison.Ordinal);
        Assert.Equal("", Launch("inspect x", "now").Error);
        Assert.Equal(2, Published.Count);
    }

    [Fact]
    public void Without_a_compiler_it_is_said_what_would_help()
    {
        var run = Launch("inspect x", "", without: ["clang", "gcc"]);
        Assert.Equal("Slipway.Native slipway.dll inspect x\n", run.Out);
        Assert.Contains("apt-get install clang", run.Error, StringComparison.Ordinal);
        Assert.Equal("", Launch("inspect x", "", without: ["clang", "gcc"]).Error);
        Assert.Single(Published);
    }

    [Fact]
    public void A_changed_source_ends_the_use_of_the_native_program_until_it_is_compiled_again()
    {
        Launch("inspect x", "now");
        // Older than the sources, which is the same and does not disturb the other tests.
        File.SetLastWriteTimeUtc(Directory.EnumerateFiles(_folder["cache/bin"], "native.stamp", SearchOption.AllDirectories).Single(), DateTime.UnixEpoch);
        Assert.EndsWith("Slipway.Native slipway.dll inspect x\n", Launch("inspect x", "never").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_native_program_that_somebody_removed_is_compiled_again()
    {
        Launch("inspect x", "now");
        File.Delete(Directory.EnumerateFiles(_folder["cache/bin"], "slipway", SearchOption.AllDirectories).Single());
        Assert.Equal("Slipway.Native slipway inspect x\n", Launch("inspect x", "now").Out);
        Assert.Equal(2, Published.Count);
    }

    [Fact]
    public void A_compilation_that_failed_is_tried_again_after_a_day()
    {
        _folder.Add("cache/fails-native", "");
        Launch("inspect x", "now");
        File.Delete(_folder["cache/fails-native"]);
        // The sources stay older than the failure, so that only its age counts.
        SlipwayRun.Of("find", [checkout.Folder, "-exec", "touch", "-d", "3 days ago", "{}", "+"], []);
        Assert.Equal("Slipway.Native slipway.dll inspect x\n", Launch("inspect x", "now").Out);
        File.SetLastWriteTimeUtc(Directory.EnumerateFiles(_folder["cache/bin"], "native.failed.stamp", SearchOption.AllDirectories).Single(), DateTime.UtcNow.AddDays(-2));
        Assert.Equal("Slipway.Native slipway inspect x\n", Launch("inspect x", "now").Out);
    }

    public void Dispose() => _folder.Dispose();

    private List<string> Published => [.. File.ReadAllLines(_folder["cache/published"])];

    private void WaitForNative() => SlipwayRun.Of("flock", [Directory.EnumerateFiles(_folder["cache/bin"], "native.lock", SearchOption.AllDirectories).Single(), "true"], []);

    private SlipwayRun Launch(string command, string native, string[]? without = null)
    {
        Directory.CreateDirectory(_folder["cache"]);
        var path = checkout.PathWith("sdk", "dotnet", Sdk);
        if (without is not null)
            path = PathWithout(path, without);
        return SlipwayRun.Of(checkout.Link, command.Split(' '), new() { ["PATH"] = path, ["SLIPWAY_CACHE"] = _folder["cache"], ["SLIPWAY_NATIVE"] = native, ["LD_PRELOAD"] = "" });
    }

    // A folder of links to everything that is found otherwise.
    private string PathWithout(string path, string[] names)
    {
        var links = _folder.AddFolder("links");
        foreach (var program in path.Split(':').Where(Directory.Exists).SelectMany(Directory.EnumerateFiles).DistinctBy(Path.GetFileName))
        {
            var name = Path.GetFileName(program);
            if (!names.Contains(name) && !File.Exists(Path.Combine(links, name)))
                File.CreateSymbolicLink(Path.Combine(links, name), program);
        }

        return links;
    }
}
