using Slipway.Worker.Sandbox;

namespace Slipway.Worker.Workspaces;

/// <summary>The folder in which one worker builds. Opening it removes what an earlier worker left there.</summary>
internal sealed class WorkFolder : IDisposable
{
    private const string LockFile = "lock";

    private readonly string _path;
    private readonly FileStream _lock;

    private WorkFolder(string path, FileStream locked)
    {
        _path = path;
        _lock = locked;
    }

    /// <summary>Opens a folder, creating it if it is missing, and clears it.</summary>
    /// <exception cref="IOException">Another worker has the folder open.</exception>
    public static WorkFolder Open(string path)
    {
        // Nobody else may enter: the results inside have open permissions.
        var folder = FileModes.OwnFolder(Path.GetFullPath(path));
        var locked = new FileStream(Path.Combine(folder, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        foreach (var stale in Directory.EnumerateDirectories(folder))
            FolderRemoval.Remove(stale);
        return new WorkFolder(folder, locked);
    }

    /// <summary>For folders that outlive a build but not this worker.</summary>
    public string Kept => Path.Combine(_path, "kept");

    /// <summary>Creates a workspace for a build that is not known yet.</summary>
    public Workspace Create() => Workspace.Create(Path.Combine(_path, "waiting", Path.GetRandomFileName()));

    /// <summary>Returns the path of the workspace of an attempt.</summary>
    public string PathFor(Guid build, int attempt) => Path.Combine(_path, build.ToString(), attempt.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public void Dispose()
    {
        FolderRemoval.Remove(Kept);
        _lock.Dispose();
    }
}
