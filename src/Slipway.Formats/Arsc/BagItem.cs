namespace Slipway.Formats.Arsc;

/// <summary>One item of a complex value (<c>ResTable_map</c>).</summary>
/// <param name="Name">
/// Id of the attribute, or a number of the <c>ResTable_map::ATTR_*</c> kind: array index, quantity, property of an attribute.
/// </param>
/// <param name="Value">The value.</param>
public readonly record struct BagItem(uint Name, TypedValue Value);
