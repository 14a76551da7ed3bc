using System.Xml.Linq;
using Slipway.Build.Resources.Compile;
using Slipway.Formats.Axml;

namespace Slipway.Build.Resources.Manifest;

/// <summary>Copies elements of config.xml into what a manifest can hold: what the framework does not know, or cannot read, is left out and said.</summary>
/// <param name="package">The app's id, for the placeholder of Android's merger.</param>
/// <param name="ignore">Told of an attribute that is left out, with a reason.</param>
internal sealed class ManifestValues(string package, Action<string> ignore)
{
    private static readonly XNamespace Android = AxmlNamespace.Android;

    private readonly XmlCompiler _compiler = new(new Symbols(package), "AndroidManifest.xml");

    /// <summary>The element with its children, as far as it can stand in a manifest.</summary>
    public XElement Copy(XElement element) =>
        new(element.Name.LocalName, element.Attributes().Select(Copy), element.Elements().Select(Copy));

    private XAttribute? Copy(XAttribute attribute)
    {
        if (attribute.IsNamespaceDeclaration || ManifestMarkers.IsMarker(attribute))
            return null;
        if (!IsOfAndroid(attribute))
            return Ignore(attribute, "is no attribute of Android");
        var copy = new XAttribute(Android + attribute.Name.LocalName, attribute.Value.Trim().Replace("${applicationId}", package, StringComparison.Ordinal));
        if (copy.Value.Contains("${", StringComparison.Ordinal))
            return Ignore(attribute, "has a placeholder that nothing fills");
        try
        {
            _compiler.Compile(new XElement(attribute.Parent!.Name.LocalName, copy));
            return new XAttribute(copy);
        }
        catch (ResourceException e)
        {
            return Ignore(attribute, "cannot be used: " + e.Reason);
        }
    }

    // As for Cordova the prefix counts, whatever it stands for. Without one a name is still understood.
    private static bool IsOfAndroid(XAttribute attribute) =>
        attribute.Name.Namespace == Android
        || attribute.Parent!.GetPrefixOfNamespace(attribute.Name.Namespace) == "android"
        || attribute.Name == "name";

    private XAttribute? Ignore(XAttribute attribute, string reason)
    {
        ignore($"{attribute.Name.LocalName} {reason}");
        return null;
    }
}
