using Slipway.Formats.Dex.Reading;

namespace Slipway.Formats.Dex;

/// <summary>The counts in the header of a DEX file, which are cheap to read because no code is decoded.</summary>
/// <param name="Version">Format version: 35, 37, 38, 39.</param>
/// <param name="Classes">Classes that the file defines.</param>
/// <param name="Methods">Methods that the file names, defined in it or not; at most 65,536.</param>
/// <param name="Fields">Fields that the file names.</param>
/// <param name="Types">Types that the file names.</param>
/// <param name="Strings">Strings in the file.</param>
public sealed record DexSummary(int Version, int Classes, int Methods, int Fields, int Types, int Strings)
{
    /// <summary>Reads the header and verifies the checksum and the bounds of the tables.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="where">Name of the file, for messages.</param>
    /// <exception cref="MalformedInputException">The bytes are not a DEX file of a known version.</exception>
    public static DexSummary Read(ReadOnlySpan<byte> bytes, string? where = null)
    {
        var header = DexHeader.Read(new DexInput(bytes.ToArray(), where));
        return new(header.Version, header.ClassDefs.Count, header.Methods.Count, header.Fields.Count, header.Types.Count, header.Strings.Count);
    }
}
