using System.Text;
using System.Xml;
using Slipway.Formats.CodeSignature.Resources;
using Slipway.Formats.Names;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Ipa;

/// <summary>Checks the file names in a bundle: relative, distinct on every file system, and not the name of a file that signing writes.</summary>
public static class IpaNames
{
    internal const string InfoPlist = "Info.plist";
    internal const string Profile = "embedded.mobileprovision";

    /// <summary>The folders of the seal and of the store, whose files are not sealed.</summary>
    private static readonly string[] ForeignFolders = ["_CodeSignature/", "SC_Info/", "_MASReceipt/"];

    internal static void Check(IpaContent content)
    {
        CheckSegment(content.BundleName);
        CheckSegment(content.ExecutableName);
        if (!content.BundleName.EndsWith(".app", StringComparison.Ordinal) || content.BundleName.Length == 4)
            throw new ZipLimitException(ZipLimit.Name, $"'{content.BundleName}' is not the name of a bundle, which ends with .app");
        var twins = new NameCollisions();
        foreach (var own in (ReadOnlySpan<string>)[InfoPlist, Profile, CodeResources.Path, "CodeResources", content.ExecutableName])
        {
            if (!twins.Add(own))
                throw new ZipLimitException(ZipLimit.Name, $"'{own}' cannot be the name of the executable");
        }

        foreach (var item in content.Files)
        {
            CheckName(item.Name);
            if (Array.Exists(ForeignFolders, folder => item.Name.StartsWith(folder, StringComparison.OrdinalIgnoreCase)))
                throw new ZipLimitException(ZipLimit.Name, $"'{item.Name}' belongs to a signature: the package gets its own");
            if (!twins.Add(item.Name))
                throw new ZipLimitException(ZipLimit.Name, $"'{item.Name}' occurs twice when case and composition of letters are ignored");
        }
    }

    private static void CheckSegment(string name)
    {
        CheckName(name);
        if (name.Contains('/'))
            throw new ZipLimitException(ZipLimit.Name, $"'{name}' cannot be in a package: it is not a single name");
    }

    private static void CheckName(string name)
    {
        if ((EntryNames.FindFault(name) ?? FindXmlFault(name)) is { } fault)
            throw new ZipLimitException(ZipLimit.Name, $"'{name}' cannot be in a package: {fault}");
        if (name.EndsWith('/'))
            throw new ZipLimitException(ZipLimit.Name, $"'{name}' cannot be in a package: it names a folder");
        if (Encoding.UTF8.GetByteCount(name) > short.MaxValue)
            throw new ZipLimitException(ZipLimit.Name, $"The name '{name[..80]}...' is too long for a package");
    }

    /// <summary>Returns the reason why the seal, an XML document, cannot list a name; otherwise null.</summary>
    public static string? FindXmlFault(string name)
    {
        for (var at = 0; at < name.Length; at++)
        {
            if (at + 1 < name.Length && char.IsSurrogatePair(name, at))
                at++;
            else if (!XmlConvert.IsXmlChar(name[at]))
                return "the name has a character that XML cannot express";
        }

        return null;
    }
}
