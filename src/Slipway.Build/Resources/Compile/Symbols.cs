using Slipway.Build.Resources.Framework;

namespace Slipway.Build.Resources.Compile;

/// <summary>The names of an app's resources with their ids, and those of the framework.</summary>
/// <param name="package">Name of the app's package.</param>
internal sealed class Symbols(string package)
{
    private const uint AppPackage = 0x7F000000;
    private readonly SortedDictionary<string, SortedSet<string>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Name), uint> _ids = [];
    private readonly Dictionary<string, AttributeDefinition> _attributes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AttributeDefinition?> _framework = new(StringComparer.Ordinal);

    public string Package { get; } = package;

    /// <summary>The kinds, each with its names in the order of their ids.</summary>
    public IEnumerable<KeyValuePair<string, SortedSet<string>>> Types => _names;

    public void Declare(string type, string name)
    {
        if (!_names.TryGetValue(type, out var names))
            _names.Add(type, names = new SortedSet<string>(StringComparer.Ordinal));

        names.Add(name);
    }

    /// <summary>Assigns the ids; nothing can be declared afterwards.</summary>
    public void AssignIds()
    {
        uint typeId = 0;
        foreach ((var type, var names) in _names)
        {
            typeId++;
            uint entry = 0;
            foreach (var name in names)
                _ids.Add((type, name), AppPackage | (typeId << 16) | entry++);
        }
    }

    public uint? Find(string? from, string type, string name) =>
        from == "android" ? FrameworkResources.Find(type, name)
        : from is not null && from != Package ? null
        : _ids.TryGetValue((type, name), out var id) ? id
        : null;

    public void Define(string attribute, AttributeDefinition definition) => _attributes[attribute] = definition;

    /// <summary>Returns the definition of an attribute.</summary>
    /// <param name="from">Package; null for the app's own.</param>
    /// <param name="name">Name of the attribute.</param>
    public AttributeDefinition? FindAttribute(string? from, string name)
    {
        if (from != "android")
            return from is null || from == Package ? _attributes.GetValueOrDefault(name) : null;

        if (!_framework.TryGetValue(name, out var definition))
            _framework.Add(name, definition = FrameworkResources.FindAttribute(name));

        return definition;
    }
}
