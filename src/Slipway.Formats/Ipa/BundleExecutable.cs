using Slipway.Formats.Plist;

namespace Slipway.Formats.Ipa;

/// <summary>Determines the executable of a bundle and the identifier of code, also when Info.plist does not name them.</summary>
internal static class BundleExecutable
{
    /// <summary>
    /// Returns the executable's name from Info.plist, otherwise the folder's name without its extension, like
    /// CFBundleCopyExecutableURL.
    /// </summary>
    /// <param name="info">Info.plist; null when there is none.</param>
    /// <param name="folder">The folder, with a slash at its end.</param>
    public static string NameOf(PlistDictionary? info, string folder) => info?.Text("CFBundleExecutable") is { Length: > 0 } name
        ? name
        : Path.GetFileNameWithoutExtension(folder.TrimEnd('/'));

    /// <summary>
    /// Returns the identifier that codesign derives from a file's name: without an extension, unless it is a number, and with only
    /// the first part of a version. Source: apple-oss-distributions/Security, diskrep.cpp, canonicalIdentifier().
    /// </summary>
    public static string IdentifierOf(string path)
    {
        var name = Path.GetFileName(path);
        var dot = name.LastIndexOf('.');
        if (dot > 0 && !name.AsSpan(dot + 1).ContainsOnlyDigits())
            name = name[..dot];
        var stem = name.TrimEnd([.. "0123456789."]);
        if (stem.Length == 0)
            return name;
        var version = name[stem.Length..];
        var end = version.IndexOf('.', version.StartsWith('.') ? 1 : 0);
        return end < 0 ? name : stem + version[..end];
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
