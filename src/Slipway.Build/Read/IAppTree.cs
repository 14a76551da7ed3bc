using Slipway.Build.Read.Selection;

namespace Slipway.Build.Read;

/// <summary>The files that were given as an app: a folder, or an archive.</summary>
public interface IAppTree : IDisposable
{
    /// <summary>Most names of folders that are told.</summary>
    internal const int MostFolders = 50;

    /// <summary>Name of the folder or archive, without ending.</summary>
    string Name { get; }

    /// <summary>Full path of the folder or archive.</summary>
    string Location { get; }

    /// <summary>A file by its path, or null.</summary>
    AppFile? Find(string path);

    /// <summary>Is there a folder of this path? The empty path is the tree itself.</summary>
    bool HasFolder(string path);

    /// <summary>Names of the folders in a folder, in ordinal order; the first ones when there are many.</summary>
    IReadOnlyList<string> Folders(string path);

    /// <summary>All files in a folder and below it, ordered by path; the paths count from that folder.</summary>
    /// <param name="folder">Path of the folder; empty for the whole tree.</param>
    /// <param name="filter">Decides what is left out, and remembers it.</param>
    IReadOnlyList<AppFile> Walk(string folder, FileFilter filter);
}
