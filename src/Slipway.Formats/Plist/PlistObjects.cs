namespace Slipway.Formats.Plist;

/// <summary>The numbered objects of a binary property list: a container precedes its content, and equal leaves occur once.</summary>
internal sealed class PlistObjects
{
    private readonly List<PlistValue> _values = [];
    private readonly Dictionary<int, int[]> _references = [];
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<PlistValue, int> _leaves = [];

    public PlistObjects(PlistValue top) => Add(top, 0);

    /// <summary>The objects by their number.</summary>
    public IReadOnlyList<PlistValue> Values => _values;

    /// <summary>Returns the numbers of a container's content; for a dictionary the keys first.</summary>
    public IReadOnlyList<int> References(int container) => _references[container];

    private int Add(PlistValue value, int depth) => value switch
    {
        PlistDictionary or PlistArray when depth == PlistReader.MaxDepth => throw new ArgumentException($"values are nested deeper than {PlistReader.MaxDepth}", nameof(value)),
        PlistDictionary dictionary => AddDictionary(dictionary, depth + 1),
        PlistArray array => AddArray(array, depth + 1),
        PlistString text => AddOnce(_texts, text.Value, text),
        PlistReal => AddNew(value), // 0.0 equals -0.0 and is another number
        _ => AddOnce(_leaves, value, value),
    };

    private int AddDictionary(PlistDictionary dictionary, int depth)
    {
        var index = AddNew(dictionary);
        var references = new int[dictionary.Count * 2];
        var at = 0;
        foreach ((var key, _) in dictionary)
            references[at++] = AddOnce(_texts, key, new PlistString(key));
        foreach ((_, var value) in dictionary)
            references[at++] = Add(value, depth);
        _references[index] = references;
        return index;
    }

    private int AddArray(PlistArray array, int depth)
    {
        var index = AddNew(array);
        var references = new int[array.Count];
        for (var i = 0; i < references.Length; i++)
            references[i] = Add(array[i], depth);
        _references[index] = references;
        return index;
    }

    private int AddOnce<TKey>(Dictionary<TKey, int> known, TKey key, PlistValue value)
        where TKey : notnull
    {
        if (!known.TryGetValue(key, out var index))
        {
            index = AddNew(value);
            known.Add(key, index);
        }

        return index;
    }

    private int AddNew(PlistValue value)
    {
        _values.Add(value);
        return _values.Count - 1;
    }
}
