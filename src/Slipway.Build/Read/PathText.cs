namespace Slipway.Build.Read;

/// <summary>Reads paths as users write them into configuration files.</summary>
internal static class PathText
{
    /// <summary>Returns a relative path without . and .. parts; null when it is absolute or leaves the folder that it is relative to.</summary>
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

    /// <summary>Returns whether a web app can address a file of this name, and an archive can contain it.</summary>
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
