namespace Slipway.Formats.Arsc;

/// <summary>A named resource with its values.</summary>
/// <param name="id">Number within its type.</param>
/// <param name="name">Name within its type.</param>
public sealed class ResourceEntry(ushort id, string name)
{
    /// <summary>Number within its type.</summary>
    public ushort Id { get; } = id;

    /// <summary>Name within its type.</summary>
    public string Name { get; } = name;

    /// <summary>True when other packages may refer to it.</summary>
    public bool IsPublic { get; set; }

    /// <summary>The values, one for each configuration.</summary>
    public List<ConfiguredValue> Values { get; } = [];
}
