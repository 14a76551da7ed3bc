using System.Collections.Concurrent;

namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>Web apps of others from the npm registry, each built once for all tests that look at it.</summary>
public sealed class NpmApps : IDisposable
{
    /// <summary>Apps by the name that the tests use.</summary>
    public static readonly string[] Names = ["swagger-ui", "reveal", "monaco"];

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, Lazy<string>> _packages = new();

    /// <summary>The folder of an app.</summary>
    public string Source(string name) => name switch
    {
        "swagger-ui" => NpmPackages.Folder("swagger-ui-dist", "5.35.0"),
        "reveal" => NpmPackages.Folder("reveal.js", "6.0.2"),
        _ => _folder["monaco"],
    };

    /// <summary>The package of an app.</summary>
    public string Package(string name) => _packages.GetOrAdd(name, _ => new Lazy<string>(() => Build(name))).Value;

    /// <summary>Unpacks the package of an app with a tool of others, and gives the folder.</summary>
    public string Unpacked(string name)
    {
        var package = Package(name);
        var folder = _folder["unpacked-" + name];
        if (!Directory.Exists(folder))
            Assert.Equal(0, SlipwayRun.Of("unzip", ["-q", package, "-d", folder], []).ExitCode);
        return folder;
    }

    public void Dispose() => _folder.Dispose();

    private string Build(string name)
    {
        if (name == "monaco")
            AddMonaco();
        var run = SlipwayRun.Of("build", Source(name), "--id", "com.example.app", "--name", name, "--version-name", "1.0.0", "--out", _folder["out-" + name]);
        Assert.True(run.ExitCode == 0, run.Error);
        return Directory.GetFiles(_folder["out-" + name]).Single();
    }

    // The editor has no page of its own; this is the one of its manual.
    private void AddMonaco()
    {
        _folder.Add("monaco/index.html", """
            <!DOCTYPE html>
            <title>Editor</title>
            <div id="editor" style="height:100vh"></div>
            <script src="min/vs/loader.js"></script>
            <script>
                require.config({ paths: { vs: 'min/vs' } });
                require(['vs/editor/editor.main'], () => monaco.editor.create(document.getElementById('editor'), { value: '', language: 'javascript' }));
            </script>
            """);
        var editor = Path.Combine(NpmPackages.Folder("monaco-editor", "0.52.2"), "min");
        Assert.Equal(0, SlipwayRun.Of("cp", ["-r", editor, _folder["monaco/min"]], []).ExitCode);
    }
}
