using Slipway.Formats.Plist;

namespace Slipway.Deploy;

/// <summary>
/// The property list that tells a device what to download (developer.apple.com and support.apple.com, "Distribute proprietary
/// in-house apps to Apple devices"): the package, and icons of 57 and 512 pixels to show during the download.
/// </summary>
public static class InstallManifest
{
    /// <summary>Writes the property list.</summary>
    public static byte[] Write(InstallableApp app, InstallAddresses addresses) => PlistXmlWriter.Write(Dictionary(("items", new PlistArray(Dictionary(
        ("assets", new PlistArray(
            Asset("software-package", addresses.Of(".ipa")),
            Asset("display-image", addresses.Of("-57.png")),
            Asset("full-size-image", addresses.Of("-512.png")))),
        ("metadata", Dictionary(
            ("bundle-identifier", new PlistString(app.Id)),
            ("bundle-version", new PlistString(app.BundleVersion)),
            ("kind", new PlistString("software")),
            ("title", new PlistString(app.Name)))))))));

    private static PlistDictionary Asset(string kind, string address) => Dictionary(("kind", new PlistString(kind)), ("url", new PlistString(address)));

    private static PlistDictionary Dictionary(params (string Key, PlistValue Value)[] entries) =>
        new(entries.Select(entry => new KeyValuePair<string, PlistValue>(entry.Key, entry.Value)));
}
