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
        foreach (ResourcePackage package in Packages)
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
