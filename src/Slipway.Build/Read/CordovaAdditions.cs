using System.Xml.Linq;
using Slipway.Build.Read.Android;

namespace Slipway.Build.Read;

/// <summary>Collects the settings in elements that only one platform knows.</summary>
/// <param name="file">Path of config.xml, for the places of problems.</param>
/// <param name="ignore">Receives each ignored setting: kind, element, name.</param>
internal sealed class CordovaAdditions(string file, Action<string, XElement, Setting?> ignore)
{
    /// <summary>Changes of the Android manifest, in the order of config.xml.</summary>
    public List<ManifestChange> Manifest { get; } = [];

    /// <summary>Additions to Info.plist.</summary>
    public List<PlistSetting> InfoPlist { get; } = [];

    /// <summary>Addresses that the app may load from.</summary>
    public List<Setting> Origins { get; } = [];

    /// <summary>Reports that an element is ignored.</summary>
    public void Ignore(string kind, XElement element, string? name) => ignore(kind, element, name is null ? null : new Setting(name, Place(element)));

    /// <summary>Returns the place of an element.</summary>
    public string Place(XElement element) => CordovaElements.Place(file, element);

    /// <summary>Returns the file that an element changes. PhoneGap Build wrote the name of a platform instead.</summary>
    public string FileOf(XElement element, string attribute) =>
        (Text(element, attribute) ?? Text(element, "platform"))?.Value switch
        {
            null => "",
            "android" => "AndroidManifest.xml",
            "ios" => "Info.plist",
            var file => file,
        };

    /// <summary>Returns an attribute by its local name; null when it is missing.</summary>
    public Setting? Text(XElement element, string attribute) => CordovaElements.Text(file, element, attribute);
}
