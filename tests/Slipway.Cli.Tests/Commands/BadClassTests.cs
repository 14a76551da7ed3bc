namespace Slipway.Cli.Tests.Commands;

/// <summary>What <c>slipway dex</c> says about class files that it cannot compile; nothing of them is written.</summary>
public sealed class BadClassTests : IDisposable
{
    private const int MajorVersion = 6;
    private const byte Java7 = 51;
    private const byte Java21 = 65;

    private readonly TemporaryFolder _folder = new();

    public BadClassTests()
    {
        foreach (var name in new[] { "Good", "Bad" })
            _folder.Add($"src/{name}.java", $"public class {name} {{ public int twice(int number) {{ return 2 * number; }} }}");
        Assert.Equal(0, SlipwayRun.Of("bash", ["-c", "javac --release 8 -Xlint:-options -d classes src/*.java"], [], _folder.Path).ExitCode);
    }

    private string Bad => _folder["classes/Bad.class"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sound_classes_are_compiled()
    {
        var run = Compile();
        Assert.True(run.ExitCode == 0, run.Out);
        Assert.Equal([_folder["out/classes.dex"]], Directory.GetFiles(_folder["out"]));
    }

    [Fact]
    public void A_class_that_is_none()
    {
        File.WriteAllText(Bad, "This is no class file.");
        Refused("SLW-DEX-40001");
    }

    [Fact]
    public void A_class_that_was_cut_off()
    {
        File.WriteAllBytes(Bad, File.ReadAllBytes(Bad)[..^20]);
        Refused("SLW-DEX-40001");
    }

    [Fact]
    public void A_class_that_is_too_new()
    {
        var bytes = File.ReadAllBytes(Bad);
        bytes[MajorVersion + 1] = Java21;
        File.WriteAllBytes(Bad, bytes);
        Refused("SLW-DEX-40002");
    }

    [Fact]
    public void A_class_that_is_there_twice()
    {
        var bytes = File.ReadAllBytes(_folder["classes/Good.class"]);
        bytes[MajorVersion + 1] = Java7;
        File.WriteAllBytes(Bad, bytes);
        Refused("SLW-DEX-40003");
    }

    [Fact]
    public void A_class_that_is_there_twice_with_the_same_bytes_counts_once()
    {
        File.Copy(_folder["classes/Good.class"], Bad, overwrite: true);
        Assert.Equal(0, Compile().ExitCode);
    }

    [Fact]
    public void A_folder_without_classes()
    {
        Directory.Delete(_folder["classes"], recursive: true);
        Directory.CreateDirectory(_folder["classes"]);
        Refused("SLW-DEX-40008");
    }

    private SlipwayRun Compile() => SlipwayRun.Of("dex", _folder["classes"], "--out", _folder["out"], "--json");

    private void Refused(string code)
    {
        Refusal.Is(code, Compile());
        Assert.False(Directory.Exists(_folder["out"]));
    }
}
