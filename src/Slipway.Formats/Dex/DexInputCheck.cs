using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex;

/// <summary>Checks names and versions of the classes before any of them is translated.</summary>
internal static class DexInputCheck
{
    /// <summary>Java 17, the last release whose class files are supported.</summary>
    private const int MaxMajorVersion = 61;

    private const int AccModule = 0x8000;

    /// <summary>Returns the classes for the output, sorted by name, without module descriptors, which a device does not use.</summary>
    public static List<JavaClass> Sorted(IReadOnlyList<JavaClass> classes) =>
        [.. classes.Where(c => (c.Access & AccModule) == 0).OrderBy(c => c.Name, StringComparer.Ordinal)];

    /// <summary>Checks sorted classes.</summary>
    public static IEnumerable<DexDiagnostic> Run(IReadOnlyList<JavaClass> sorted, DexOptions options)
    {
        for (var i = 0; i < sorted.Count; i++)
        {
            var (name, version) = (sorted[i].Name, sorted[i].MajorVersion);
            if (i > 0 && sorted[i - 1].Name == name)
                yield return new(DexDiagnosticKind.DuplicateClass, name, "There is more than one class with this name.");
            if (!options.AllowPlatformClasses && name.StartsWith("java/", StringComparison.Ordinal))
                yield return new(DexDiagnosticKind.PlatformClass, name, "Devices refuse classes of java.* in an app.");
            if (version > MaxMajorVersion)
                yield return new(DexDiagnosticKind.UnsupportedVersion, name, $"The class file has version {version}, which is of Java {version - 44}; compile the source with --release 17 or lower.");
        }
    }
}
