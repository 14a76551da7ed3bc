namespace Slipway.Formats.Arsc;

/// <summary>A kind of resource, for example <c>string</c>, and the resources of this kind.</summary>
/// <param name="id">Number within the package, from 1.</param>
/// <param name="name">Name of the kind.</param>
public sealed class ResourceType(byte id, string name)
{
    /// <summary>Number within the package, from 1.</summary>
    public byte Id { get; } = id;

    /// <summary>Name of the kind.</summary>
    public string Name { get; } = name;

    /// <summary>The resources in the order of their ids.</summary>
    public List<ResourceEntry> Entries { get; } = [];
}
