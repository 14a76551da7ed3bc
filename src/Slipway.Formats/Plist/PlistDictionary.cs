using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Slipway.Formats.Plist;

/// <summary>Values by key. The order of the keys is kept, and means nothing: two dictionaries are equal when they hold the same.</summary>
public sealed record PlistDictionary : PlistValue, IReadOnlyCollection<KeyValuePair<string, PlistValue>>
{
    private readonly OrderedDictionary<string, PlistValue> _entries;

    /// <summary>An empty dictionary.</summary>
    public PlistDictionary() => _entries = new OrderedDictionary<string, PlistValue>(StringComparer.Ordinal);

    /// <summary>Takes entries; each key at most once.</summary>
    /// <exception cref="ArgumentException">A key is there twice.</exception>
    public PlistDictionary(IEnumerable<KeyValuePair<string, PlistValue>> entries) =>
        _entries = new OrderedDictionary<string, PlistValue>(entries, StringComparer.Ordinal);

    /// <summary>Keys in their order.</summary>
    public IReadOnlyList<string> Keys => _entries.Keys;

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <summary>The value of a key, or null.</summary>
    public PlistValue? this[string key] => _entries.GetValueOrDefault(key);

    /// <summary>The text of a key; null when it is missing or of another kind.</summary>
    public string? Text(string key) => (this[key] as PlistString)?.Value;

    /// <summary>The boolean of a key; null when it is missing or of another kind.</summary>
    public bool? Boolean(string key) => (this[key] as PlistBoolean)?.Value;

    /// <summary>The texts of an array; null when it is missing or of another kind. Other values in it are left out.</summary>
    public IReadOnlyList<string>? Texts(string key) => this[key] is PlistArray array ? [.. array.OfType<PlistString>().Select(s => s.Value)] : null;

    /// <summary>Finds the value of a key as the kind that is asked for.</summary>
    public bool TryGet<T>(string key, [NotNullWhen(true)] out T? value)
        where T : PlistValue
    {
        value = this[key] as T;
        return value is not null;
    }

    /// <summary>The same with one key set or, for null, removed.</summary>
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
