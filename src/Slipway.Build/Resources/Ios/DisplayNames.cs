using Slipway.Build.Plan.Ios;
using Slipway.Formats.Plist;
using Slipway.Formats.Zip;

namespace Slipway.Build.Resources.Ios;

/// <summary>
/// Names under the icon in the languages of the app: <c>de.lproj/InfoPlist.strings</c>. The language of what is not translated gets
/// a folder as well, because the system chooses among the folders and would otherwise take any of the others.
/// </summary>
internal static class DisplayNames
{
    /// <summary>Languages of the app, its own first.</summary>
    public static IReadOnlyList<string> Languages(IosPlan plan) =>
        [plan.DevelopmentRegion, .. plan.LocalisedNames.Keys.Where(language => language != plan.DevelopmentRegion).Order(StringComparer.Ordinal)];

    /// <summary>The files of the bundle; none when the app has one name everywhere.</summary>
    public static IEnumerable<ZipItem> Files(IosPlan plan) => plan.LocalisedNames.Count == 0
        ? []
        : Languages(plan).Select(language => ZipItem.FromBytes(
            $"{language}.lproj/InfoPlist.strings",
            PlistBinaryWriter.Write(Strings(plan.LocalisedNames.GetValueOrDefault(language) ?? plan.Name))));

    private static PlistDictionary Strings(string name) =>
        new([new("CFBundleDisplayName", new PlistString(name)), new("CFBundleName", new PlistString(name))]);
}
