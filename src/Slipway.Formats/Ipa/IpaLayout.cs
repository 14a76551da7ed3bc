using Slipway.Formats.Plist;

namespace Slipway.Formats.Ipa;

/// <summary>Finds the app of a package and the code that is nested in it.</summary>
internal static class IpaLayout
{
    private const string Payload = "Payload/";

    /// <summary>The folder of the app, such as <c>Payload/Notes.app/</c>.</summary>
    /// <exception cref="IpaException">There is none, or several.</exception>
    public static string App(IpaFiles files)
    {
        var apps = files.Names.Select(AppFolder).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return apps switch
        {
            [var app] => app,
            [] => throw new IpaException(IpaFault.NoApp, "there is no app in the folder Payload"),
            _ => throw new IpaException(IpaFault.SeveralApps, "there is more than one app", apps[1]),
        };
    }

    /// <summary>Folders of bundles, which end with a slash, and libraries: what is inside of others first.</summary>
    /// <exception cref="IpaException">Another app is nested in the app.</exception>
    public static IReadOnlyList<string> Nested(IpaFiles files, string app)
    {
        var inside = files.Names.Where(name => name.StartsWith(app, StringComparison.Ordinal)).ToList();
        var folders = inside.Where(name => name.EndsWith("/" + IpaNames.InfoPlist, StringComparison.Ordinal))
            .Select(name => name[..^IpaNames.InfoPlist.Length]).Where(folder => folder != app).ToList();
        var watch = inside.Find(name => name.StartsWith(app + "Watch/", StringComparison.Ordinal));
        if ((watch ?? folders.Find(folder => folder.EndsWith(".app/", StringComparison.Ordinal))) is { } other)
            throw new IpaException(IpaFault.NestedApp, "an app is nested in the app, which has a platform or a profile of its own", other);
        return
        [
            .. folders.Where(folder => folder.EndsWith(".framework/", StringComparison.Ordinal) || IsExtension(folder))
                .Concat(inside.Where(name => name.EndsWith(".dylib", StringComparison.Ordinal)))
                .OrderByDescending(path => path.Length).ThenBy(path => path, StringComparer.Ordinal),
        ];
    }

    public static bool IsExtension(string folder) => folder.EndsWith(".appex/", StringComparison.Ordinal);

    /// <exception cref="IpaException">Info.plist is missing or broken.</exception>
    public static PlistDictionary Info(IpaFiles files, string folder)
    {
        var name = folder + IpaNames.InfoPlist;
        if (!files.Has(name))
            throw new IpaException(IpaFault.Info, "the bundle has no Info.plist", folder);
        try
        {
            return PlistReader.ReadDictionary(files.Read(name, PlistReader.MaxBytes), name);
        }
        catch (MalformedInputException broken) when (broken is not Zip.ZipFaultException)
        {
            throw new IpaException(IpaFault.Info, broken.Reason, name, broken);
        }
    }

    /// <exception cref="IpaException">Info.plist does not name the bundle.</exception>
    public static string Identifier(PlistDictionary info, string folder) => info.Text("CFBundleIdentifier") is { Length: > 0 } id
        ? id
        : throw new IpaException(IpaFault.Info, "there is no CFBundleIdentifier", folder + IpaNames.InfoPlist);

    private static string? AppFolder(string name)
    {
        if (!name.StartsWith(Payload, StringComparison.Ordinal))
            return null;
        var end = name.IndexOf('/', Payload.Length) + 1;
        return end > 0 && name[..end].EndsWith(".app/", StringComparison.Ordinal) ? name[..end] : null;
    }
}
