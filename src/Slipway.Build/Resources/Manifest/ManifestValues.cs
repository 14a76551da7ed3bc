using System.Xml.Linq;
using Slipway.Build.Resources.Compile;
using Slipway.Formats.Axml;

namespace Slipway.Build.Resources.Manifest;

/// <summary>Copies elements of config.xml into a manifest. Attributes that the framework does not know or cannot read are left out and reported.</summary>
/// <param name="package">The app's id, for the placeholder of Android's merger.</param>
/// <param name="ignore">Receives each attribute that is left out, with the reason.</param>
internal sealed class ManifestValues(string package, Action<string> ignore)
{
    private static readonly XNamespace Android = AxmlNamespace.Android;

    private readonly XmlCompiler _compiler = new(new Symbols(package), "AndroidManifest.xml");

    /// <summary>Returns the element with its children, without the parts that a manifest cannot contain.</summary>
    public XElement Copy(XElement element) =>
        new(element.Name.LocalName, element.Attributes().Select(Copy), element.Elements().Select(Copy));

    private XAttribute? Copy(XAttribute attribute)
    {
        if (attribute.IsNamespaceDeclaration || ManifestMarkers.IsMarker(attribute))
            return null;
        if (!IsOfAndroid(attribute))
            return Ignore(attribute, "is not an attribute of Android");
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

    // As in Cordova, the prefix decides, whatever namespace it is bound to. A name without a prefix is accepted too.
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
