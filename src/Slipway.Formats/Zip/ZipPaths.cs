namespace Slipway.Formats.Zip;

/// <summary>Paths as tools write them into archives.</summary>
internal static class ZipPaths
{
    /// <summary>Was the entry made on a system whose names know no backslash? Numbers: APPNOTE.TXT 4.4.2; 11 is what Info-ZIP takes for NTFS.</summary>
    public static bool IsDos(byte host) => host is 0 or 6 or 10 or 11 or 14;

    /// <summary>
    /// The path with slashes between its parts, and without the parts that change nothing. Windows PowerShell 5.1 and the .NET
    /// Framework before 4.6.1 write backslashes; unzip takes them for slashes in the same cases.
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
