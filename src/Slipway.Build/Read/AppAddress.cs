namespace Slipway.Build.Read;

/// <summary>An address within the app: the path of a file with its query and fragment.</summary>
/// <param name="Path">Path from the web root.</param>
/// <param name="Suffix">Query and fragment with their '?' and '#'; usually empty.</param>
internal sealed record AppAddress(string Path, string Suffix)
{
    /// <summary>Resolves an address in a file of the app; returns null when it leads to another server or out of the app.</summary>
    /// <param name="from">Path of the file that contains it.</param>
    /// <param name="address">The address: relative, or absolute from the web root.</param>
    public static AppAddress? Resolve(string from, string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? address : address[..end];
        var suffix = end < 0 ? "" : address[end..];
        if (path.StartsWith("//", StringComparison.Ordinal) || IsAbsolute(path))
            return null;
        string joined;
        try
        {
            path = Uri.UnescapeDataString(path);
        }
        catch (UriFormatException)
        {
            return null;
        }

        if (path.StartsWith('/'))
            joined = path[1..];
        else if (path.Length == 0)
            joined = from;
        else
            joined = from[..(from.LastIndexOf('/') + 1)] + path;
        var folder = joined.Length == 0 || joined.EndsWith('/') || joined.EndsWith("/.", StringComparison.Ordinal) || joined is "." or "..";
        var normal = joined.Length == 0 ? "" : PathText.Normalise(joined);
        if (normal is null)
            return null;
        if (folder)
            normal = normal.Length == 0 ? "index.html" : normal + "/index.html";
        return new AppAddress(normal, suffix);
    }

    /// <summary>Returns whether a text starts with a scheme, as in https: or data:.</summary>
    public static bool IsAbsolute(string address)
    {
        var colon = address.AsSpan().IndexOfAny(':', '/');
        return colon > 0 && address[colon] == ':' && char.IsAsciiLetter(address[0]);
    }
}
