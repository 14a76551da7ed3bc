using System.Globalization;
using System.Xml.Linq;
using Slipway.Build.Read.Android;
using Slipway.Formats.Axml;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Resources.Manifest;

/// <summary>
/// Merges the changes of config.xml into the shell's manifest, as Android's merger merges the manifest of an app with that of a library
/// (developer.android.com, "Manage manifest files"): config.xml has the higher priority. A removed element stays
/// removed, whichever change adds it.
/// </summary>
/// <param name="manifest">The shell's manifest, which the merger changes.</param>
/// <param name="package">The app's id.</param>
/// <param name="notices">Receives notices of ignored changes.</param>
internal sealed class ManifestMerger(XDocument manifest, string package, ICollection<Problem> notices)
{
    private static readonly XNamespace Android = AxmlNamespace.Android;

    private readonly HashSet<XElement> _own = [];
    private readonly List<(XElement Parent, XName Name, string Key)> _removed = [];

    /// <summary>Applies changes in the given order.</summary>
    /// <exception cref="ProblemException">A marker requires the build to fail.</exception>
    public void Apply(IEnumerable<ManifestChange> changes)
    {
        foreach (var change in changes)
        {
            var targets = ManifestSelector.Find(manifest, change.Target);
            if (targets.Count == 0)
                Ignore(change, $"<{change.Element.Name.LocalName}>", $"the manifest has no element '{change.Target}'");
            foreach (var target in targets)
                Apply(change, target);
        }

        foreach (var (parent, name, key) in _removed)
            parent.Elements(name).Where(element => ManifestParts.KeyOf(element) == key).Remove();
    }

    private void Apply(ManifestChange change, XElement target)
    {
        switch (change.Mode?.ToLowerInvariant())
        {
            case null or "add":
                Add(change, target);
                break;
            case "merge" or "overwrite":
                Change(target, Values(change).Copy(change.Element), change);
                break;
            case "remove":
                foreach (var attribute in change.Element.Attributes().Where(a => ManifestParts.MayChange(a.Name.LocalName)))
                    target.Attribute(Android + attribute.Name.LocalName)?.Remove();
                break;
            default:
                Ignore(change, $"<{change.Element.Name.LocalName}>", $"there is no mode '{change.Mode}'");
                break;
        }
    }

    private void Add(ManifestChange change, XElement parent)
    {
        var markers = ManifestMarkers.Of(change.Element);
        var name = change.Element.Name.LocalName;
        if (!ManifestParts.MayHold(parent, name))
        {
            Ignore(change, $"<{name}>", $"it cannot be added to <{parent.Name.LocalName}> here");
            return;
        }

        if (markers.IsNodeUnknown)
            Ignore(change, "tools:node", $"'{markers.Node}' is not a marker");
        if (markers.Node == "removeAll")
        {
            // A marker with a selector is for a library, which this app does not have.
            if (markers.Selector is null)
                parent.Elements(name).Where(element => !_own.Contains(element)).Remove();
            return;
        }

        var element = Values(change).Copy(change.Element);
        var key = ManifestParts.KeyOf(element);
        if (key is null && ManifestParts.NeedsKey(name))
            Ignore(change, $"<{name}>", "it has no name");
        else if (markers.Node != "remove")
            Merge(element, parent, markers, change);
        else if (markers.Selector is null && key is not null)
            _removed.Add((parent, name, key));
    }

    private void Merge(XElement element, XElement parent, ManifestMarkers markers, ManifestChange change)
    {
        var key = ManifestParts.KeyOf(element);
        var other = key is null ? null : parent.Elements(element.Name).FirstOrDefault(e => ManifestParts.KeyOf(e) == key);
        if (other is not null && !_own.Contains(other))
            Check(element, other, markers, change);
        if (other is null || (markers.Node == "replace" && !_own.Contains(other)))
        {
            other?.Remove();
            parent.Add(element);
            _own.Add(element);
            return;
        }

        if (_own.Contains(other))
            Widen(element, other);
        if (markers.Node == "merge-only-attributes")
            other.Elements().Remove();
        foreach (var attribute in markers.Remove.Where(ManifestParts.MayChange))
            other.Attribute(Android + attribute)?.Remove();
        foreach (var attribute in element.Attributes())
            other.SetAttributeValue(attribute.Name, attribute.Value);
        other.Add(element.Elements());
    }

    // When a permission is requested twice, the wider request applies: the higher maxSdkVersion, or none.
    private static void Widen(XElement element, XElement other)
    {
        var limit = Android + "maxSdkVersion";
        if (!element.Name.LocalName.StartsWith("uses-permission", StringComparison.Ordinal))
            return;
        if (Level(element) is not { } ours)
            other.Attribute(limit)?.Remove();
        else if (Level(other) is not { } theirs || ours < theirs)
            element.Attribute(limit)!.Remove();

        int? Level(XElement permission) => int.TryParse((string?)permission.Attribute(limit), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null;
    }

    private void Change(XElement target, XElement changed, ManifestChange change)
    {
        var markers = ManifestMarkers.Of(change.Element);
        foreach (var attribute in markers.Remove.Where(ManifestParts.MayChange))
            target.Attribute(Android + attribute)?.Remove();
        foreach (var attribute in changed.Attributes())
        {
            if (ManifestParts.MayChange(attribute.Name.LocalName))
                target.SetAttributeValue(attribute.Name, attribute.Value);
            else if ((string?)target.Attribute(attribute.Name) != attribute.Value)
                Ignore(change, $"<{target.Name.LocalName}>", $"{attribute.Name.LocalName} cannot be changed here");
        }
    }

    private void Check(XElement element, XElement other, ManifestMarkers markers, ManifestChange change)
    {
        var differs = markers.Node == "strict" && !XNode.DeepEquals(element, other);
        foreach (var name in markers.Strict)
            differs |= (string?)element.Attribute(Android + name) != (string?)other.Attribute(Android + name);
        if (differs)
            throw new ProblemException(ConfigurationProblems.ManifestConflict.At(change.Where, $"<{element.Name.LocalName}> is strict, but the shell's manifest has it with other attributes."));
        foreach (var name in markers.Replace.Where(name => element.Attribute(Android + name) is null))
            Ignore(change, "tools:replace", $"there is no new value for {name}");
    }

    private ManifestValues Values(ManifestChange change) => new(package, what => Ignore(change, $"<{change.Element.Name.LocalName}>", what));

    private void Ignore(ManifestChange change, string what, string reason) =>
        notices.Add(ConfigurationProblems.Ignored.At(change.Where, $"For the manifest of Android, {what} was ignored: {reason.TrimEnd('.')}."));
}
