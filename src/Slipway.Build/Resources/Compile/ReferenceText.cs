using Slipway.Formats.Arsc;

namespace Slipway.Build.Resources.Compile;

/// <summary>Reads references from text: <c>@type/name</c>, <c>@android:type/name</c>, <c>@+id/name</c>, <c>?attr/name</c>, <c>?android:name</c>.</summary>
/// <param name="IsAttribute">True for the <c>?</c> form.</param>
/// <param name="IsNew">True for the <c>@+</c> form.</param>
/// <param name="Package">Package; null for the app's own.</param>
/// <param name="Type">Kind.</param>
/// <param name="Name">Name.</param>
internal sealed record ReferenceText(bool IsAttribute, bool IsNew, string? Package, string Type, string Name)
{
    public static ReferenceText? Parse(string text)
    {
        text = text.Trim();
        if (text.Length < 2 || text[0] is not ('@' or '?'))
            return null;

        var attribute = text[0] == '?';
        var at = 1;
        var isNew = !attribute && text[at] == '+';
        at += isNew ? 1 : 0;
        at += text[at..].StartsWith('*') ? 1 : 0;
        var rest = text[at..];
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var package = colon > 0 && (slash < 0 || colon < slash) ? rest[..colon] : null;
        var type = slash >= 0 ? rest[(package is null ? 0 : colon + 1)..slash] : attribute ? "attr" : "";
        var name = rest[(Math.Max(slash, package is null ? -1 : colon) + 1)..];
        var isName = name.Length > 0 && !name.Contains(' ', StringComparison.Ordinal) && type.Length > 0 && type.All(char.IsAsciiLetter);
        return isName && (!attribute || type == "attr") && (!isNew || type == "id") ? new ReferenceText(attribute, isNew, package, type, name) : null;
    }

    public TypedValue Resolve(Symbols symbols, SourcePlace place) =>
        symbols.Find(Package, Type, Name) is { } id
            ? new TypedValue(IsAttribute ? TypedValueKind.Attribute : TypedValueKind.Reference, id)
            : throw place.Fault($"there is no resource {(Package is null ? "" : Package + ":")}{Type}/{Name}");
}
