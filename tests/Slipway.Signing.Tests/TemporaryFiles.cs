using System.Text;

namespace Slipway.Signing.Tests;

/// <summary>A folder that holds files, and vanishes after the test.</summary>
internal sealed class TemporaryFiles : IDisposable
{
    public TemporaryFiles(params (string Path, string Content)[] files)
    {
        Folder = Directory.CreateTempSubdirectory("slipway-test-").FullName;
        foreach (var (path, content) in files)
            Add(path, content);
    }

    public string Folder { get; }

    public string this[string path] => Path.Combine(Folder, path);

    public void Add(string path, string content) => Add(path, Encoding.UTF8.GetBytes(content));

    public void Add(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllBytes(this[path], content);
    }

    public void Remove(string path) => File.Delete(this[path]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
