using Slipway.Worker.Sandbox;

namespace Slipway.Worker.Workspaces;

/// <summary>The folder in which one worker builds. What an earlier worker left there is removed when it is opened.</summary>
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

    /// <summary>Opens a folder, which is made when it is not there, and clears it.</summary>
    /// <exception cref="IOException">Another worker has it open.</exception>
    public static WorkFolder Open(string path)
    {
        // Others on this machine have no business in it: results are open to everybody within.
        var folder = FileModes.OwnFolder(Path.GetFullPath(path));
        var locked = new FileStream(Path.Combine(folder, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        foreach (var stale in Directory.EnumerateDirectories(folder))
            FolderRemoval.Remove(stale);
        return new WorkFolder(folder, locked);
    }

    /// <summary>For folders that outlive a build, but not this worker.</summary>
    public string Kept => Path.Combine(_path, "kept");

    /// <summary>A new workspace that has no build yet.</summary>
    public Workspace Create() => Workspace.Create(Path.Combine(_path, "waiting", Path.GetRandomFileName()));

    /// <summary>Where the workspace of an attempt is.</summary>
    public string PathFor(Guid build, int attempt) => Path.Combine(_path, build.ToString(), attempt.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public void Dispose()
    {
        FolderRemoval.Remove(Kept);
        _lock.Dispose();
    }
}
