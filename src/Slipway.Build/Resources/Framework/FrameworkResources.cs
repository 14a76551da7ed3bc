using System.Buffers.Text;
using System.Text;

namespace Slipway.Build.Resources.Framework;

/// <summary>
/// The public resources of Android's framework up to API 36: ids, formats, enum and flag values. The table is sorted text inside the assembly,
/// written by <c>eng/android-resources.py</c>, which names the sources; a look-up is a binary search that parses one line.
/// </summary>
public static class FrameworkResources
{
    private static readonly Lazy<byte[]> Table = new(ReadTable);

    /// <summary>Looks up a resource's id.</summary>
    /// <param name="type">Kind, for example <c>style</c>.</param>
    /// <param name="name">Name, for example <c>Theme.Material</c>.</param>
    /// <returns>The id; null when the framework has no such public resource.</returns>
    public static uint? Find(string type, string name) => Line(type, name) is { } line ? Id(line) : null;

    /// <summary>Looks up an attribute.</summary>
    /// <param name="name">Name without <c>android:</c>.</param>
    /// <returns>Its definition; null when the framework has no such public attribute.</returns>
    public static AttributeDefinition? FindAttribute(string name)
    {
        if (Line("attr", name) is not { } line)
            return null;

        var parts = Encoding.ASCII.GetString(Table.Value, line.Start, line.Length).Split(' ');
        var formats = (AttributeFormats)(parts.Length > 2 ? Convert.ToInt32(parts[2], 16) : 0);
        var values = new Dictionary<string, uint>(StringComparer.Ordinal);
        foreach (var pair in parts.Length > 3 ? parts[3].Split(',') : [])
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            values.Add(pair[..equals], Convert.ToUInt32(pair[(equals + 1)..], 16));
        }

        return new AttributeDefinition(Convert.ToUInt32(parts[1], 16), formats, values);
    }

    private static uint Id((int Start, int Length) line)
    {
        ReadOnlySpan<byte> text = Table.Value.AsSpan(line.Start, line.Length);
        return Utf8Parser.TryParse(text[(text.IndexOf((byte)' ') + 1)..], out uint id, out _, 'x') ? id : throw new InvalidOperationException("the table of framework resources is damaged");
    }

    private static (int Start, int Length)? Line(string type, string name)
    {
        var table = Table.Value;
        var key = Encoding.UTF8.GetBytes($"{type}/{name} ");
        var low = 0;
        var high = table.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var start = table.AsSpan(0, middle).LastIndexOf((byte)'\n') + 1;
            var length = table.AsSpan(start).IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = table.AsSpan(start, length);
            if (line.StartsWith(key))
                return (start, length);

            if (line[..(line.IndexOf((byte)' ') + 1)].SequenceCompareTo(key) < 0)
                low = start + length + 1;
            else
                high = start;
        }

        return null;
    }

    private static byte[] ReadTable()
    {
        using var stream = typeof(FrameworkResources).Assembly.GetManifestResourceStream("android-resources.txt")
            ?? throw new InvalidOperationException("the table of framework resources is missing from the assembly");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
