using Slipway.Formats.Zip;

namespace Slipway.Formats.Ipa;

/// <summary>The content of an app's bundle before signing.</summary>
public sealed record IpaContent
{
    /// <summary>Name of the bundle's folder, such as <c>FieldNotes.app</c>.</summary>
    public required string BundleName { get; init; }

    /// <summary>
    /// The files in the order of the package, with names relative to the bundle: all files except executable, Info.plist, profile and
    /// seal. Programs among them, in Frameworks and PlugIns, must be signed already.
    /// </summary>
    public required IReadOnlyList<ZipItem> Files { get; init; }

    /// <summary>Bytes of Info.plist.</summary>
    public required ReadOnlyMemory<byte> InfoPlist { get; init; }

    /// <summary>Name of the main executable, at the top of the bundle.</summary>
    public required string ExecutableName { get; init; }

    /// <summary>The main executable, unsigned or with a signature to replace.</summary>
    public required ReadOnlyMemory<byte> Executable { get; init; }
}
