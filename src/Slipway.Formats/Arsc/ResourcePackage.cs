namespace Slipway.Formats.Arsc;

/// <summary>The resources of one package.</summary>
/// <param name="id">Top byte of its resource ids: 0x7f for an app, 0x01 for the framework.</param>
/// <param name="name">Name of the package.</param>
public sealed class ResourcePackage(byte id, string name)
{
    /// <summary>Top byte of its resource ids.</summary>
    public byte Id { get; } = id;

    /// <summary>Name of the package.</summary>
    public string Name { get; } = name;

    /// <summary>The kinds of resources in the order of their ids.</summary>
    public List<ResourceType> Types { get; } = [];

    /// <summary>The full id of a resource.</summary>
    /// <param name="type">Its kind.</param>
    /// <param name="entry">The resource.</param>
    /// <returns>The id, <c>0xPPTTEEEE</c>.</returns>
    public uint IdOf(ResourceType type, ResourceEntry entry) => ((uint)Id << 24) | ((uint)type.Id << 16) | entry.Id;
}
