namespace Slipway.Formats.Axml;

/// <summary>
/// Orders the attributes of an element: by resource id, then those without an id by namespace and name. The runtime walks the ids of
/// a styleable and the attributes in parallel, so it misses an attribute that is out of order.
/// </summary>
internal sealed class AxmlAttributeOrder : IComparer<AxmlAttribute>
{
    public static AxmlAttributeOrder Instance { get; } = new();

    public int Compare(AxmlAttribute? x, AxmlAttribute? y)
    {
        if (x!.ResourceId != y!.ResourceId)
        {
            return Rank(x).CompareTo(Rank(y));
        }

        int spaces = string.CompareOrdinal(x.Namespace ?? "", y.Namespace ?? "");
        return spaces != 0 ? spaces : string.CompareOrdinal(x.Name, y.Name);
    }

    private static ulong Rank(AxmlAttribute attribute) => attribute.ResourceId == 0 ? ulong.MaxValue : attribute.ResourceId;
}
