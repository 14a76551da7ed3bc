using System.Xml;
using System.Xml.Linq;

namespace Slipway.Build.Read;

/// <summary>Access to the elements of config.xml. They are known by their local name: projects in the wild use several namespaces, or none.</summary>
internal static class CordovaElements
{
    public static IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements().Where(e => e.Name.LocalName == name);

    public static Setting? Text(string file, XElement element, string attribute) =>
        element.Attributes().FirstOrDefault(a => a.Name.LocalName == attribute) is { } found ? new Setting(found.Value.Trim(), Place(file, element)) : null;

    public static string Place(string file, XElement element) =>
        element is IXmlLineInfo info && info.HasLineInfo() ? $"{file}:{info.LineNumber}" : file;
}
