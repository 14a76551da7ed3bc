using System.Xml.Linq;

namespace Slipway.Build.Read.Android;

/// <summary>A change of the Android manifest that config.xml requests.</summary>
/// <param name="Target">XPath of the element that is changed.</param>
/// <param name="Mode">The mode of an <c>edit-config</c>; null for an element that is added.</param>
/// <param name="Element">The element to add, or an element with the attributes that change.</param>
/// <param name="Where">For example <c>config.xml:12</c>.</param>
public sealed record ManifestChange(string Target, string? Mode, XElement Element, string Where);
