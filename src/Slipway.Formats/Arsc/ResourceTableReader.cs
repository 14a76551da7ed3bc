namespace Slipway.Formats.Arsc;

/// <summary>Reads <c>resources.arsc</c> of any tool: dense, sparse, 16-bit offsets and compact entries. Unknown chunks are skipped.</summary>
public static class ResourceTableReader
{
    private const string Format = "resources.arsc";
    private const int MaxPackages = 256;

    /// <summary>Reads a table.</summary>
    /// <param name="bytes">The bytes of the file.</param>
    /// <returns>The table.</returns>
    /// <exception cref="MalformedInputException">The bytes are not a resource table.</exception>
    public static ResourceTable Read(ReadOnlySpan<byte> bytes)
    {
        var file = ChunkReader.Open(bytes, 0, Format);
        if (file.Type != ResourceChunk.Table)
            throw file.Fault("the file is not a resource table", 0);

        var table = new ResourceTable();
        StringPool? values = null;
        for (var at = file.HeaderSize; at < file.Length;)
        {
            var chunk = file.Inner(at);
            if (chunk.Type == ResourceChunk.StringPool && values is null)
            {
                values = new StringPool(chunk, Format);
            }
            else if (chunk.Type == ResourceChunk.TablePackage)
            {
                var strings = values ?? throw chunk.Fault("a package comes before the strings", 0);
                table.Packages.Add(table.Packages.Count < MaxPackages ? new PackageReader(chunk, strings, bytes.Length).Read(chunk) : throw chunk.Fault("there are too many packages", 0));
            }

            at += chunk.Length;
        }

        return table;
    }
}
