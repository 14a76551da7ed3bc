namespace Slipway.Formats.Zip;

/// <summary>Converts paths that tools write into archives.</summary>
internal static class ZipPaths
{
    /// <summary>
    /// Returns whether the entry comes from a system on which names cannot contain backslashes. Numbers: APPNOTE.TXT 4.4.2; Info-ZIP
    /// uses 11 for NTFS.
    /// </summary>
    public static bool IsDos(byte host) => host is 0 or 6 or 10 or 11 or 14;

    /// <summary>
    /// Returns the path with slashes between its parts and without redundant parts. Windows PowerShell 5.1 and the .NET Framework
    /// before 4.6.1 write backslashes; unzip treats them as slashes in the same cases.
    /// </summary>
    public static string Normalise(string path, byte host)
    {
        if (IsDos(host) && path.Contains('\\') && !path.Contains('/'))
            path = path.Replace('\\', '/');
        if (path.StartsWith('/') || !HasIdlePart(path))
            return path;
        var parts = path.Split('/').Where(part => part is not ("" or "."));
        var isFolder = path.EndsWith('/') || path.EndsWith("/.", StringComparison.Ordinal);
        var joined = string.Join('/', parts);
        return isFolder && joined.Length > 0 ? joined + "/" : joined;
    }

    private static bool HasIdlePart(string path) =>
        path.StartsWith("./", StringComparison.Ordinal) || path == "." || path.Contains("//", StringComparison.Ordinal)
        || path.Contains("/./", StringComparison.Ordinal) || path.EndsWith("/.", StringComparison.Ordinal);
}
