using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Slipway.Formats.Plist;

/// <summary>Values by key. The order of the keys is kept but ignored in comparisons.</summary>
public sealed record PlistDictionary : PlistValue, IReadOnlyCollection<KeyValuePair<string, PlistValue>>
{
    private readonly OrderedDictionary<string, PlistValue> _entries;

    /// <summary>An empty dictionary.</summary>
    public PlistDictionary() => _entries = new OrderedDictionary<string, PlistValue>(StringComparer.Ordinal);

    /// <summary>Creates a dictionary from entries; each key must occur at most once.</summary>
    /// <exception cref="ArgumentException">A key occurs twice.</exception>
    public PlistDictionary(IEnumerable<KeyValuePair<string, PlistValue>> entries) =>
        _entries = new OrderedDictionary<string, PlistValue>(entries, StringComparer.Ordinal);

    /// <summary>Keys in their order.</summary>
    public IReadOnlyList<string> Keys => _entries.Keys;

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <summary>Returns the value of a key, or null.</summary>
    public PlistValue? this[string key] => _entries.GetValueOrDefault(key);

    /// <summary>Returns the text of a key; null when it is missing or of another kind.</summary>
    public string? Text(string key) => (this[key] as PlistString)?.Value;

    /// <summary>Returns the boolean of a key; null when it is missing or of another kind.</summary>
    public bool? Boolean(string key) => (this[key] as PlistBoolean)?.Value;

    /// <summary>Returns the texts in the array of a key, without its other values; null when it is missing or of another kind.</summary>
    public IReadOnlyList<string>? Texts(string key) => this[key] is PlistArray array ? [.. array.OfType<PlistString>().Select(s => s.Value)] : null;

    /// <summary>Finds the value of a key when it is of the requested kind.</summary>
    public bool TryGet<T>(string key, [NotNullWhen(true)] out T? value)
        where T : PlistValue
    {
        value = this[key] as T;
        return value is not null;
    }

    /// <summary>Returns a copy with one key set or, for null, removed.</summary>
    public PlistDictionary With(string key, PlistValue? value)
    {
        var copy = new OrderedDictionary<string, PlistValue>(_entries, StringComparer.Ordinal);
        if (value is null)
            copy.Remove(key);
        else
            copy[key] = value;
        return new PlistDictionary(copy);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, PlistValue>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(PlistDictionary? other) =>
        other is not null && Count == other.Count && _entries.All(e => other[e.Key] is { } value && value.Equals(e.Value));

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.Aggregate(Count, (hash, e) => hash ^ HashCode.Combine(e.Key, e.Value));
}
