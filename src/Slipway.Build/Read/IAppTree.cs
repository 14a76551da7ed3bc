using Slipway.Build.Read.Selection;

namespace Slipway.Build.Read;

/// <summary>The files of an app as given: a folder or an archive.</summary>
public interface IAppTree : IDisposable
{
    /// <summary>Most names of folders that are returned.</summary>
    internal const int MostFolders = 50;

    /// <summary>Name of the folder or archive, without extension.</summary>
    string Name { get; }

    /// <summary>Full path of the folder or archive.</summary>
    string Location { get; }

    /// <summary>Returns a file by its path; null when there is none.</summary>
    AppFile? Find(string path);

    /// <summary>Returns whether there is a folder with this path. The empty path is the top of the tree.</summary>
    bool HasFolder(string path);

    /// <summary>Returns the names of the folders in a folder in ordinal order; only the first ones when there are many.</summary>
    IReadOnlyList<string> Folders(string path);

    /// <summary>Returns all files in a folder and its subfolders, ordered by path; the paths are relative to that folder.</summary>
    /// <param name="folder">Path of the folder; empty for the top of the tree.</param>
    /// <param name="filter">Decides which files are left out, and remembers them.</param>
    IReadOnlyList<AppFile> Walk(string folder, FileFilter filter);
}
