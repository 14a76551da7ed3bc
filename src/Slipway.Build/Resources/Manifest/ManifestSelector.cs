using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Slipway.Formats.Axml;

namespace Slipway.Build.Resources.Manifest;

/// <summary>
/// Finds elements of the manifest by the XPath of a config.xml. There Cordova's single activity is called MainActivity, in older projects
/// CordovaApp or by its label; this selects the shell's activity.
/// </summary>
internal static partial class ManifestSelector
{
    private const int Longest = 300;

    public static IReadOnlyList<XElement> Find(XDocument manifest, string selector)
    {
        if (selector.Length is 0 or > Longest)
            return [];
        var names = new XmlNamespaceManager(new NameTable());
        names.AddNamespace("android", AxmlNamespace.Android);
        var path = MainActivity.Replace(selector, "activity");
        try
        {
            var found = manifest.XPathSelectElements(path, names).ToList();
            return found.Count > 0 ? found : [.. manifest.Root!.XPathSelectElements(path, names)];
        }
        catch (Exception e) when (e is XPathException or InvalidOperationException)
        {
            return [];
        }
    }

    [GeneratedRegex("""activity\[\s*@android:(name|label)\s*=\s*(?<quote>["'])([.]?(MainActivity|CordovaApp)|@string/activity_name)\k<quote>\s*\]""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MainActivity { get; }
}
