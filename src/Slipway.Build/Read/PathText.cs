namespace Slipway.Build.Read;

/// <summary>Paths as people write them into configuration files.</summary>
internal static class PathText
{
    /// <summary>A relative path without . and .. parts; null when it is absolute or leaves the folder that it counts from.</summary>
    public static string? Normalise(string path)
    {
        if (path.Length == 0 || path[0] is '/' or '~' || path.Contains('\\', StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal))
            return null;
        if (path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]))
            return null;
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                return null;
            else
                parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }

    /// <summary>Can a file of this name be addressed within a web app and packed into an archive?</summary>
    public static bool IsUsableName(string name)
    {
        foreach (var c in name)
        {
            if (c < ' ' || c is '\\' or '\u007f' or '\ufffd' || char.IsSurrogate(c) && !IsPaired(name))
                return false;
        }

        return name.Length is > 0 and <= 255;
    }

    private static bool IsPaired(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]))
                i++;
            else if (char.IsSurrogate(name[i]))
                return false;
        }

        return true;
    }
}
