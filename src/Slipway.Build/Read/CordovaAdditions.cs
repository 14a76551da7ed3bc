using System.Xml.Linq;
using Slipway.Build.Read.Android;

namespace Slipway.Build.Read;

/// <summary>Collects what the elements of one platform say.</summary>
/// <param name="file">Name of config.xml, for places.</param>
/// <param name="ignore">Told of what is not heeded: kind, element, name.</param>
internal sealed class CordovaAdditions(string file, Action<string, XElement, Setting?> ignore)
{
    /// <summary>Changes of the manifest of Android, in their order.</summary>
    public List<ManifestChange> Manifest { get; } = [];

    /// <summary>Additions to Info.plist.</summary>
    public List<PlistSetting> InfoPlist { get; } = [];

    /// <summary>Addresses that the app may load from.</summary>
    public List<Setting> Origins { get; } = [];

    /// <summary>Says that an element is not heeded.</summary>
    public void Ignore(string kind, XElement element, string? name) => ignore(kind, element, name is null ? null : new Setting(name, Place(element)));

    /// <summary>Where an element is.</summary>
    public string Place(XElement element) => CordovaElements.Place(file, element);

    /// <summary>The file that an element changes. PhoneGap Build named a platform instead.</summary>
    public string FileOf(XElement element, string attribute) =>
        (Text(element, attribute) ?? Text(element, "platform"))?.Value switch
        {
            null => "",
            "android" => "AndroidManifest.xml",
            "ios" => "Info.plist",
            var file => file,
        };

    /// <summary>An attribute by its local name, or null.</summary>
    public Setting? Text(XElement element, string attribute) => CordovaElements.Text(file, element, attribute);
}
