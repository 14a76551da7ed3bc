using Slipway.Formats.Plist;

namespace Slipway.Formats.Ipa;

/// <summary>Finds the app of a package and its nested code.</summary>
internal static class IpaLayout
{
    private const string Payload = "Payload/";

    /// <summary>The folder of the app, such as <c>Payload/Notes.app/</c>.</summary>
    /// <exception cref="IpaException">There is no app, or there are several.</exception>
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

    /// <summary>Returns the code nested in the app, innermost first.</summary>
    /// <exception cref="IpaException">Some of it cannot be signed.</exception>
    public static IReadOnlyList<NestedCode> Nested(IpaFiles files, string app)
    {
        var nested = new NestedCodeFinder(app, files.Names, files.CanBeCode, name => files.Read(name)).Find();
        foreach (var code in nested)
        {
            if (code.Kind == NestedCodeKind.App)
                throw new IpaException(IpaFault.NestedApp, "another app is nested in the app; it needs a profile or a platform of its own", code.Path);
            if (code.Kind == NestedCodeKind.Versioned)
                throw new IpaException(IpaFault.Versioned, "the framework has a folder for each version, like on macOS; iOS loads only frameworks with Info.plist and executable at the top", code.Path);
        }

        return nested;
    }

    /// <exception cref="IpaException">Info.plist is missing or malformed.</exception>
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

    /// <exception cref="IpaException">Info.plist has no bundle identifier.</exception>
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
