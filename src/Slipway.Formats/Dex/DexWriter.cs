using Slipway.Formats.Dex.Writing;

namespace Slipway.Formats.Dex;

/// <summary>
/// Writes DEX files (source.android.com, "Dalvik executable format"): sorts the identifier tables, assembles the code and lays out
/// the sections. The same model results in the same bytes.
/// </summary>
public static class DexWriter
{
    /// <summary>Writes one file. Sets the addresses of the model's instructions and labels.</summary>
    /// <param name="file">The file to write.</param>
    /// <exception cref="DexLimitException">The model exceeds the limits of one file.</exception>
    /// <exception cref="MalformedInputException">A class inherits from itself, or a member is defined twice.</exception>
    public static byte[] Write(DexFile file)
    {
        if (file.Version is not (35 or 37 or 38 or 39))
            throw new DexLimitException(DexLimit.Version, $"version {file.Version} cannot be written");
        return new DexFileLayout(file).Write();
    }
}
