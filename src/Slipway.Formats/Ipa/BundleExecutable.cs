using Slipway.Formats.Plist;

namespace Slipway.Formats.Ipa;

/// <summary>Which file of a bundle is its executable, and what the bundle is called, where Info.plist does not say.</summary>
internal static class BundleExecutable
{
    /// <summary>The name that Info.plist gives, or else that of the folder without its extension, as CFBundleCopyExecutableURL looks for it.</summary>
    /// <param name="info">Info.plist; null when there is none.</param>
    /// <param name="folder">The folder, with a slash at its end.</param>
    public static string NameOf(PlistDictionary? info, string folder) => info?.Text("CFBundleExecutable") is { Length: > 0 } name
        ? name
        : Path.GetFileNameWithoutExtension(folder.TrimEnd('/'));

    /// <summary>
    /// The identifier that codesign derives from a file's name: without an extension that is no number, and without all parts of a
    /// version but the first. Source: apple-oss-distributions/Security, diskrep.cpp, canonicalIdentifier().
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
