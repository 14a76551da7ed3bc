using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex;

/// <summary>Options for compiling classes to DEX.</summary>
/// <param name="MinSdk">
/// Lowest Android API level that must run the code: determines the DEX version, the library calls to replace and the ART bugs to
/// avoid.
/// </param>
/// <param name="Debug">Keep names of parameters and locals for debuggers; line tables are always kept.</param>
/// <param name="Library">Classes on the device or in another DEX file: used for their declarations, never compiled.</param>
public sealed record DexOptions(int MinSdk, bool Debug = false, IReadOnlyCollection<JavaClass>? Library = null)
{
    /// <summary>Limit that results from the 16-bit indices of the format.</summary>
    internal const int FormatReferences = 65536;

    /// <summary>Compiles classes of java.* too. A device's class loader refuses them, so only tests of the compiler set this.</summary>
    public bool AllowPlatformClasses { get; init; }

    /// <summary>Limit on the references of one kind in a DEX file; only tests of the splitting lower it.</summary>
    public int MaxReferences { get; init; } = FormatReferences;
}
