namespace Slipway.Formats.CodeSignature.Resources;

/// <summary>
/// The rules of a bundle without a Resources folder, which codesign uses by default. Source: apple-oss-distributions/Security,
/// bundlediskrep.cpp, defaultResourceRules(). Each pattern is written out as code, because a build matches thousands of paths.
/// </summary>
internal static class FlatBundleRules
{
    private const string LocalisedFolder = ".lproj/";
    private const string DebugSymbols = ".dSYM";

    /// <summary>Rules of the older list, which uses SHA-1.</summary>
    public static IReadOnlyList<ResourceRule> V1 { get; } =
    [
        new("^.*"),
        new(@"^.*\.lproj/", 1000) { IsOptional = true },
        new(@"^.*\.lproj/locversion.plist$", 1100) { IsOmitted = true },
        new(@"^Base\.lproj/", 1010),
        new("^version.plist$"),
    ];

    /// <summary>Rules of the current list, which uses SHA-256.</summary>
    public static IReadOnlyList<ResourceRule> V2 { get; } =
    [
        new(@".*\.dSYM($|/)", 11),
        new(@"^(.*/)?\.DS_Store$", 2000) { IsOmitted = true },
        new("^.*"),
        new(@"^.*\.lproj/", 1000) { IsOptional = true },
        new(@"^.*\.lproj/locversion.plist$", 1100) { IsOmitted = true },
        new(@"^Base\.lproj/", 1010),
        new(@"^Info\.plist$", 20) { IsOmitted = true },
        new(@"^PkgInfo$", 20) { IsOmitted = true },
        new(@"^embedded\.provisionprofile$", 20),
        new(@"^version\.plist$", 20),
    ];

    /// <summary>Returns a function that tests whether a path matches a pattern; null for any other pattern.</summary>
    public static Func<string, bool>? Matcher(string pattern) => pattern switch
    {
        "^.*" => static _ => true,
        @"^.*\.lproj/" => static path => path.Contains(LocalisedFolder, StringComparison.Ordinal),
        @"^.*\.lproj/locversion.plist$" => static path => IsLocalisedVersion(path),
        @"^Base\.lproj/" => static path => path.StartsWith("Base.lproj/", StringComparison.Ordinal),
        "^version.plist$" => static path => path.Length == 13 && path.StartsWith("version", StringComparison.Ordinal) && path.EndsWith("plist", StringComparison.Ordinal),
        @"^version\.plist$" => static path => path == "version.plist",
        @"^Info\.plist$" => static path => path == "Info.plist",
        "^PkgInfo$" => static path => path == "PkgInfo",
        @"^embedded\.provisionprofile$" => static path => path == "embedded.provisionprofile",
        @"^(.*/)?\.DS_Store$" => static path => path == ".DS_Store" || path.EndsWith("/.DS_Store", StringComparison.Ordinal),
        @".*\.dSYM($|/)" => static path => path.EndsWith(DebugSymbols, StringComparison.Ordinal) || path.Contains(DebugSymbols + "/", StringComparison.Ordinal),
        _ => null,
    };

    /// <summary>The second dot of the pattern matches any character.</summary>
    private static bool IsLocalisedVersion(string path)
    {
        const string Name = "locversion";
        const string Extension = "plist";
        const int Tail = 16;
        return path.Length >= LocalisedFolder.Length + Tail
            && path.EndsWith(Extension, StringComparison.Ordinal)
            && path.AsSpan(path.Length - Tail).StartsWith(Name, StringComparison.Ordinal)
            && path.AsSpan(0, path.Length - Tail).EndsWith(LocalisedFolder, StringComparison.Ordinal);
    }
}
