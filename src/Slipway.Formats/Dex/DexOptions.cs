using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex;

/// <summary>What to compile for.</summary>
/// <param name="MinSdk">Lowest Android API level that must run the code: decides the DEX version, which library calls are replaced and which ART bugs are avoided.</param>
/// <param name="Debug">Keep names of parameters and locals for debuggers; line tables are always kept.</param>
/// <param name="Library">Classes that are on the device or in another DEX file: consulted for what they declare, never compiled.</param>
public sealed record DexOptions(int MinSdk, bool Debug = false, IReadOnlyCollection<JavaClass>? Library = null)
{
    /// <summary>Indices of the format have 16 bits.</summary>
    internal const int FormatReferences = 65536;

    /// <summary>Compile classes of java.* too; a device's class loader refuses them, so this is for tests of the compiler.</summary>
    public bool AllowPlatformClasses { get; init; }

    /// <summary>Most references of one kind in a DEX file; lower only in tests of the splitting.</summary>
    public int MaxReferences { get; init; } = FormatReferences;
}
