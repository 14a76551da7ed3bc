using Slipway.Build.Plan.Ios;
using Slipway.Formats.Plist;
using Slipway.Formats.Zip;

namespace Slipway.Build.Resources.Ios;

/// <summary>
/// Makes the names under the icon in the languages of the app: <c>de.lproj/InfoPlist.strings</c>. The default language also gets
/// a folder, because the system chooses among the folders and would otherwise choose one of the other languages.
/// </summary>
internal static class DisplayNames
{
    /// <summary>Languages of the app, the default language first.</summary>
    public static IReadOnlyList<string> Languages(IosPlan plan) =>
        [plan.DevelopmentRegion, .. plan.LocalisedNames.Keys.Where(language => language != plan.DevelopmentRegion).Order(StringComparer.Ordinal)];

    /// <summary>Returns the files for the bundle; none when the app has the same name in every language.</summary>
    public static IEnumerable<ZipItem> Files(IosPlan plan) => plan.LocalisedNames.Count == 0
        ? []
        : Languages(plan).Select(language => ZipItem.FromBytes(
            $"{language}.lproj/InfoPlist.strings",
            PlistBinaryWriter.Write(Strings(plan.LocalisedNames.GetValueOrDefault(language) ?? plan.Name))));

    private static PlistDictionary Strings(string name) =>
        new([new("CFBundleDisplayName", new PlistString(name)), new("CFBundleName", new PlistString(name))]);
}
