using System.Xml;
using System.Xml.Linq;

namespace Slipway.Build.Read;

/// <summary>Access to the elements of config.xml by their local names, because existing projects use several namespaces, or none.</summary>
internal static class CordovaElements
{
    // Includes attributes for other platforms, and those that only W3C widgets had.
    private static readonly Dictionary<string, HashSet<string>> Known = new(StringComparer.Ordinal)
    {
        ["widget"] =
        [
            "id", "version", "defaultlocale", "android-packageName", "android-versionCode", "versionCode", "ios-CFBundleIdentifier", "ios-CFBundleVersion",
            "osx-CFBundleIdentifier", "osx-CFBundleVersion", "windows-packageVersion", "height", "width", "viewmodes",
        ],
        ["name"] = ["short"],
        ["content"] = ["src", "type", "encoding"],
        ["preference"] = ["name", "value", "readonly"],
        ["icon"] = ["src", "width", "height", "density", "qualifier", "platform", "foreground", "background", "monochrome", "target", "role"],
        ["platform"] = ["name"],
    };

    public static IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements().Where(e => e.Name.LocalName == name);

    public static Setting? Text(string file, XElement element, string attribute) =>
        element.Attributes().FirstOrDefault(a => a.Name.LocalName == attribute) is { } found ? new Setting(found.Value.Trim(), Place(file, element)) : null;

    public static string Place(string file, XElement element) =>
        element is IXmlLineInfo info && info.HasLineInfo() ? $"{file}:{info.LineNumber}" : file;

    /// <summary>Returns the attributes of an element that every build ignores. Elements whose attributes are not all listed have none.</summary>
    public static IEnumerable<string> UnknownAttributes(XElement element)
    {
        if (!Known.TryGetValue(element.Name.LocalName, out var known))
            return [];
        return element.Attributes()
            .Where(a => !a.IsNamespaceDeclaration && a.Name.Namespace != XNamespace.Xml && !known.Contains(a.Name.LocalName))
            .Select(a => a.Name.LocalName);
    }
}
