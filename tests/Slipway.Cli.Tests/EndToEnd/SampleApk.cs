namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>The sample app, built once for all tests that look at it.</summary>
public sealed class SampleApk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SampleApk()
    {
        var run = SlipwayRun.Of("build", Path.Combine(Repository.Root, "samples", "field-notes"), "--out", _folder.Path, "--platform", "android");
        Assert.True(run.ExitCode == 0, run.Error);
        Output = run.Out;
        ApkPath = _folder["field-notes-1.0.0-debug.apk"];
        foreach (var dex in SlipwayRun.Of("unzip", ["-o", "-q", ApkPath, "classes*.dex"], [], _folder.Path) is { ExitCode: 0 } ? Directory.GetFiles(_folder.Path, "*.dex") : [])
            DexFiles.Add(dex);
    }

    public string ApkPath { get; }

    public string Output { get; }

    public List<string> DexFiles { get; } = [];

    public void Dispose() => _folder.Dispose();
}
