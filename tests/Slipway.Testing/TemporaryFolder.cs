using System.Text;

namespace Slipway.Testing;

/// <summary>A folder that vanishes after the test, or with the process.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TemporaryFolder() => AppDomain.CurrentDomain.ProcessExit += AtExit;

    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("slipway-test-").FullName;

    /// <summary>Path of a file in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file, with the folders above it, and returns its path.</summary>
    public string Add(string name, string content) => Add(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Writes a file, with the folders above it, and returns its path.</summary>
    public string Add(string name, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    /// <summary>Makes a folder in it and returns its path.</summary>
    public string AddFolder(string name) => Directory.CreateDirectory(this[name]).FullName;

    /// <summary>Removes it.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= AtExit;
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }

    private void AtExit(object? sender, EventArgs e) => Dispose();
}
