namespace Slipway.Formats.Names;

/// <summary>Checks that an entry's name means the same file, inside the archive, on every system.</summary>
public static class EntryNames
{
    /// <summary>Returns what is wrong with a name, or null.</summary>
    public static string? FindFault(string name)
    {
        if (name.Length == 0)
            return "the name is empty";
        if (name.Contains('\\'))
            return "the name contains a backslash";
        if (name[0] == '/')
            return "the name is absolute";
        if (name.AsSpan().IndexOfAnyInRange('\0', '\x1f') >= 0 || name.Contains('\x7f'))
            return "the name contains a control character";
        if (name.Length >= 2 && name[1] == ':' && char.IsAsciiLetter(name[0]))
            return "the name begins with a drive letter";
        foreach (var range in name.AsSpan().TrimEnd('/').Split('/'))
        {
            if (FindSegmentFault(name.AsSpan()[range]) is { } fault)
                return fault;
        }

        return name.EndsWith("//", StringComparison.Ordinal) ? "the name has an empty part" : null;
    }

    /// <summary>Returns whether some system resolves the name to a file outside of the folder.</summary>
    public static bool LeavesFolder(string name)
    {
        if (name is ['/' or '\\', ..] || (name is [var drive, ':', ..] && char.IsAsciiLetter(drive)))
            return true;
        foreach (var range in name.AsSpan().SplitAny('/', '\\'))
        {
            if (name.AsSpan()[range] is "..")
                return true;
        }

        return false;
    }

    private static string? FindSegmentFault(ReadOnlySpan<char> segment) => segment switch
    {
        "" => "the name has an empty part",
        "." or ".." => $"the name has a part '{segment}'",
        _ => null,
    };

    /// <summary>Returns what some file system would change in a name, or null.</summary>
    public static string? FindPortabilityFault(string name)
    {
        foreach (var range in name.AsSpan().TrimEnd('/').Split('/'))
        {
            if (name.AsSpan()[range] is [.., '.' or ' '])
                return "a part of the name ends with a dot or a space, which some systems drop";
        }

        return name.Contains(':') ? "the name contains a colon" : null;
    }
}
