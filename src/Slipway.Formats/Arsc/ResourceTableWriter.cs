namespace Slipway.Formats.Arsc;

/// <summary>
/// Writes a <see cref="ResourceTable"/> as <c>resources.arsc</c>. Types and entries are ordered by id, configurations by
/// <see cref="ConfigurationOrder"/>, strings by first use, so that the same table results in the same bytes.
/// </summary>
public static class ResourceTableWriter
{
    private const int TableHeader = 12;
    private const int PackageHeader = 288;
    private const int PackageNameLength = 128;
    private const int SpecHeader = 16;
    private const int TypeHeader = 20 + ConfigurationCodec.Size;
    private const uint NoEntry = 0xFFFFFFFF;
    private const uint SpecPublic = 0x40000000;
    private const int EntryComplex = 0x0001;
    private const int EntryPublic = 0x0002;

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table; ids of types and entries ascend.</param>
    /// <returns>The bytes of the file.</returns>
    public static byte[] Write(ResourceTable table)
    {
        var values = new StringPoolWriter();
        CollectStrings(table, values);
        var writer = new ChunkWriter();
        var start = writer.Begin(ResourceChunk.Table, TableHeader);
        writer.I32(table.Packages.Count);
        values.Write(writer);
        foreach (var package in table.Packages)
            WritePackage(writer, package, values);

        writer.End(start);
        return writer.ToArray();
    }

    private static void CollectStrings(ResourceTable table, StringPoolWriter pool)
    {
        List<StyledString> texts = [.. table.Packages.SelectMany(p => p.Types).SelectMany(t => t.Entries).SelectMany(e => e.Values).SelectMany(v => Texts(v.Value))];
        foreach (var styled in texts.Where(text => text.Spans.Count > 0))
            pool.AddStyled(styled);

        foreach (var plain in texts.Where(text => text.Spans.Count == 0))
            pool.Add(plain.Text);
    }

    private static IEnumerable<StyledString> Texts(ResourceValue value) => value switch
    {
        ResourceValue.Simple { Value.Text: { } text } => [text],
        ResourceValue.Bag bag => bag.Items.Where(item => item.Value.Text is not null).Select(item => item.Value.Text!),
        _ => [],
    };

    private static void WritePackage(ChunkWriter writer, ResourcePackage package, StringPoolWriter values)
    {
        var start = writer.Begin(ResourceChunk.TablePackage, PackageHeader);
        writer.U32(package.Id);
        for (var i = 0; i < PackageNameLength; i++)
            writer.U16(i < package.Name.Length && i < PackageNameLength - 1 ? package.Name[i] : 0);

        var types = new StringPoolWriter();
        var lastType = package.Types.Count == 0 ? 0 : package.Types[^1].Id;
        for (var id = 1; id <= lastType; id++)
            types.AddUnshared(package.Types.Find(type => type.Id == id)?.Name ?? $"?{id}");

        var keys = new StringPoolWriter();
        foreach (var entry in package.Types.SelectMany(type => type.Entries))
            keys.Add(entry.Name);

        writer.I32(PackageHeader);
        writer.I32(0);
        var keyStrings = writer.Length;
        writer.Zeros(12);
        types.Write(writer);
        writer.PatchI32(keyStrings, writer.Length - start);
        keys.Write(writer);
        foreach (var type in package.Types)
        {
            WriteSpecification(writer, type);
            WriteType(writer, type, keys, values);
        }

        writer.End(start);
    }

    private static int EntryCount(ResourceType type) => type.Entries.Count == 0 ? 0 : type.Entries[^1].Id + 1;

    private static void WriteSpecification(ChunkWriter writer, ResourceType type)
    {
        var start = writer.Begin(ResourceChunk.TableTypeSpec, SpecHeader);
        writer.I32(type.Id);
        var flags = new uint[EntryCount(type)];
        foreach (var entry in type.Entries)
            flags[entry.Id] = (entry.IsPublic ? SpecPublic : 0) | DifferenceOf(entry.Values);

        writer.I32(flags.Length);
        foreach (var flag in flags)
            writer.U32(flag);

        writer.End(start);
    }

    private static uint DifferenceOf(List<ConfiguredValue> values)
    {
        uint difference = 0;
        for (var i = 1; i < values.Count; i++)
            difference |= ConfigurationDifference.Between(values[0].Configuration, values[i].Configuration);

        // A resource that has no default value exists on some devices only, so it depends on the configuration.
        return values.Count == 1 ? difference | ConfigurationDifference.Between(ResourceConfiguration.Any, values[0].Configuration) : difference;
    }

    private static void WriteType(ChunkWriter writer, ResourceType type, StringPoolWriter keys, StringPoolWriter values)
    {
        var configurations = new SortedSet<ResourceConfiguration>(type.Entries.SelectMany(e => e.Values).Select(v => v.Configuration), ConfigurationOrder.Instance);
        foreach (var configuration in configurations)
        {
            var start = writer.Begin(ResourceChunk.TableType, TypeHeader);
            writer.I32(type.Id);
            var count = EntryCount(type);
            writer.I32(count);
            writer.I32(TypeHeader + (count * 4));
            ConfigurationCodec.Write(writer, configuration);
            var offsets = writer.Length;
            for (var i = 0; i < count; i++)
                writer.U32(NoEntry);

            var entries = writer.Length;
            foreach (var entry in type.Entries)
            {
                if (entry.Values.Find(value => value.Configuration == configuration) is { } value)
                {
                    writer.PatchI32(offsets + (entry.Id * 4), writer.Length - entries);
                    WriteEntry(writer, entry, value.Value, keys, values);
                }
            }

            writer.End(start);
        }
    }

    private static void WriteEntry(ChunkWriter writer, ResourceEntry entry, ResourceValue value, StringPoolWriter keys, StringPoolWriter values)
    {
        var flags = entry.IsPublic ? EntryPublic : 0;
        if (value is ResourceValue.Bag bag)
        {
            writer.U16(16);
            writer.U16(flags | EntryComplex);
            writer.I32(keys.Add(entry.Name));
            writer.U32(bag.Parent);
            writer.I32(bag.Items.Count);
            foreach (var item in bag.Items)
            {
                writer.U32(item.Name);
                TypedValueCodec.Write(writer, item.Value, values);
            }
        }
        else
        {
            writer.U16(8);
            writer.U16(flags);
            writer.I32(keys.Add(entry.Name));
            TypedValueCodec.Write(writer, ((ResourceValue.Simple)value).Value, values);
        }
    }
}
