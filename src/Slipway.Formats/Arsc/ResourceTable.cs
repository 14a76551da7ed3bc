namespace Slipway.Formats.Arsc;

/// <summary>
/// The content of <c>resources.arsc</c>: named values by kind and configuration. Source of the structure: androidfw/ResourceTypes.h
/// (<c>ResTable_*</c>).
/// </summary>
public sealed class ResourceTable
{
    /// <summary>The packages; an app has one.</summary>
    public List<ResourcePackage> Packages { get; } = [];

    /// <summary>Looks a resource up by its id.</summary>
    /// <param name="id">The id, <c>0xPPTTEEEE</c>.</param>
    /// <returns>Package, kind and resource; null when the table has no such id.</returns>
    public (ResourcePackage Package, ResourceType Type, ResourceEntry Entry)? Find(uint id)
    {
        foreach (var package in Packages)
        {
            if (package.Id == id >> 24
                && package.Types.Find(t => t.Id == (byte)(id >> 16)) is { } type
                && type.Entries.Find(e => e.Id == (ushort)id) is { } entry)
            {
                return (package, type, entry);
            }
        }

        return null;
    }
}

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

/// <summary>A value and the devices to which it applies.</summary>
/// <param name="Configuration">The devices.</param>
/// <param name="Value">The value.</param>
public sealed record ConfiguredValue(ResourceConfiguration Configuration, ResourceValue Value);

/// <summary>The value of a resource in one configuration.</summary>
public abstract record ResourceValue
{
    private ResourceValue()
    {
    }

    /// <summary>One value: a string, a colour, the path of a file, a reference and so on.</summary>
    /// <param name="Value">The value.</param>
    public sealed record Simple(TypedValue Value) : ResourceValue;

    /// <summary>Several values under names: a style, an attribute, an array or plurals.</summary>
    /// <param name="Parent">Id of the parent style; 0 for none.</param>
    /// <param name="Items">The items in the order in which they are stored.</param>
    public sealed record Bag(uint Parent, IReadOnlyList<BagItem> Items) : ResourceValue;
}

/// <summary>One item of a complex value (<c>ResTable_map</c>).</summary>
/// <param name="Name">
/// Id of the attribute, or a number of the <c>ResTable_map::ATTR_*</c> kind: array index, quantity, property of an attribute.
/// </param>
/// <param name="Value">The value.</param>
public readonly record struct BagItem(uint Name, TypedValue Value);
