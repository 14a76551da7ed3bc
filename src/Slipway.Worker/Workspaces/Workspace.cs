using Slipway.Worker.Builds;

namespace Slipway.Worker.Workspaces;

/// <summary>The folders of one build, for its input and output.</summary>
internal sealed class Workspace
{
    private const UnixFileMode Everybody = (UnixFileMode)0x1FF;

    private Workspace(string path) => Path = path;

    /// <summary>Path of the workspace.</summary>
    public string Path { get; private set; }

    /// <summary>The app's files; builds can only read them.</summary>
    public string In => System.IO.Path.Combine(Path, "in");

    /// <summary>Results; builds run as another user and can write here.</summary>
    public string Out => System.IO.Path.Combine(Path, "out");

    /// <summary>Hard links to the parts of the caches that this build may see; builds can only read them.</summary>
    public string Prepared => System.IO.Path.Combine(Path, "prepared");

    /// <summary>Creates the folders.</summary>
    public static Workspace Create(string path)
    {
        var workspace = new Workspace(path);
        Directory.CreateDirectory(workspace.In);
        Directory.CreateDirectory(System.IO.Path.Combine(workspace.Prepared, DeflatedBlobCache.Folder));
        Directory.CreateDirectory(workspace.Out);
        File.SetUnixFileMode(workspace.Out, Everybody);
        return workspace;
    }

    /// <summary>Assigns the workspace to an attempt. Mounts of its folders stay valid.</summary>
    public void MoveTo(string path)
    {
        FolderRemoval.Remove(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        Directory.Move(Path, path);
        Path = path;
    }

    /// <summary>Removes everything.</summary>
    public void Remove()
    {
        FolderRemoval.Remove(Path);
        var parent = System.IO.Path.GetDirectoryName(Path)!;
        try
        {
            Directory.Delete(parent);
        }
        catch (IOException)
        {
            // The folder of another attempt exists.
        }
    }
}
