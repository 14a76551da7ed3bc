using Slipway.Formats.Arsc;

namespace Slipway.Formats.Axml;

/// <summary>An attribute of an element.</summary>
/// <param name="Namespace">Its namespace, or null.</param>
/// <param name="Name">Its local name.</param>
/// <param name="ResourceId">Id of the attribute resource, by which the runtime finds attributes; 0 when it has none.</param>
/// <param name="RawText">The text as written; null when only the typed value is kept.</param>
/// <param name="Value">The typed value.</param>
public sealed record AxmlAttribute(string? Namespace, string Name, uint ResourceId, string? RawText, TypedValue Value);
