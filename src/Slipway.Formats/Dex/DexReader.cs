using Slipway.Formats.Dex.Reading;

namespace Slipway.Formats.Dex;

/// <summary>
/// Reads DEX files of versions 035 to 039 (source.android.com, "Dalvik executable format") into the model without indices. The code
/// has the form that the assembler expects: branches refer to labels, and payloads are part of their instructions.
/// </summary>
public static class DexReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="where">Its name for messages.</param>
    /// <exception cref="MalformedInputException">The bytes are not a DEX file.</exception>
    public static DexFile Read(ReadOnlySpan<byte> bytes, string? where = null)
    {
        var input = new DexInput(bytes.ToArray(), where);
        var header = DexHeader.Read(input);
        var tables = new DexTables(input, header);
        var file = new DexFile { Version = header.Version };
        var classes = new ClassReader(input, tables);
        for (var i = 0; i < header.ClassDefs.Count; i++)
            file.Classes.Add(classes.Read(header.ClassDefs.Offset + (i * ClassReader.ItemSize)));

        return file;
    }
}
