using System.Diagnostics;
using System.Text;

namespace Slipway.Build.Tests;

/// <summary>A folder that holds an app, and vanishes after the test.</summary>
internal sealed class TemporaryApp : IDisposable
{
    public TemporaryApp(params (string Path, string Content)[] files)
    {
        Folder = Directory.CreateTempSubdirectory("slipway-app-").FullName;
        foreach (var (path, content) in files)
            Add(path, content);
    }

    public string Folder { get; }

    public string this[string path] => Path.Combine(Folder, path);

    public static TemporaryApp Cordova(string widget, params (string Path, string Content)[] files) =>
        new([("config.xml", widget), ("www/index.html", "<title>Page</title>"), .. files]);

    public void Add(string path, string content) => Add(path, Encoding.UTF8.GetBytes(content));

    public void Add(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllBytes(this[path], content);
    }

    /// <summary>Runs a tool of somebody else in the folder; it must succeed.</summary>
    public void Run(string tool, params string[] arguments) => ExternalTool.Run(new ProcessStartInfo(tool, arguments) { WorkingDirectory = Folder }).Well();

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
