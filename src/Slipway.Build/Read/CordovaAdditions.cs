using System.Xml.Linq;

namespace Slipway.Build.Read;

/// <summary>Collects what the elements of one platform say.</summary>
/// <param name="file">Name of config.xml, for places.</param>
/// <param name="ignore">Told of what is not heeded: kind, element, name.</param>
internal sealed class CordovaAdditions(string file, Action<string, XElement, Setting?> ignore)
{
    /// <summary>Permissions for the manifest of Android.</summary>
    public List<Setting> Permissions { get; } = [];

    /// <summary>Additions to Info.plist.</summary>
    public List<PlistSetting> InfoPlist { get; } = [];

    /// <summary>Addresses that the app may load from.</summary>
    public List<Setting> Origins { get; } = [];

    /// <summary>Says that an element is not heeded.</summary>
    public void Ignore(string kind, XElement element, string? name) => ignore(kind, element, name is null ? null : new Setting(name, Place(element)));

    /// <summary>Where an element is.</summary>
    public string Place(XElement element) => CordovaElements.Place(file, element);

    /// <summary>An attribute by its local name, or null.</summary>
    public Setting? Text(XElement element, string attribute) => CordovaElements.Text(file, element, attribute);
}
