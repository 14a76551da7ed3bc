using System.Text.Json;

namespace Slipway.Gateway.Configuration;

/// <summary>A value of a JSON file with its position.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Path">Such as <c>allow[2].host</c>; empty for the whole file.</param>
internal sealed record LocatedJson(JsonValueKind Kind, int Line, string Path)
{
    /// <summary>The text of a string, or the digits of a number.</summary>
    public string Text { get; init; } = "";

    /// <summary>The members of an object, in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, LocatedJson>> Members { get; init; } = [];

    /// <summary>The elements of an array.</summary>
    public IReadOnlyList<LocatedJson> Elements { get; init; } = [];
}
