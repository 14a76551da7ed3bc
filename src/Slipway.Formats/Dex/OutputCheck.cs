using Slipway.Formats.Dex.Verification;

namespace Slipway.Formats.Dex;

/// <summary>
/// Verifies the compiled classes, because a device would refuse them only at run time. Inconsistencies between the input classes are
/// not reported: they fail on a JVM as well when the classes are used.
/// </summary>
internal static class OutputCheck
{
    private const int AccInterface = 0x200;

    /// <summary>Returns the findings for which a device would refuse the classes; they are faults of this compiler.</summary>
    public static IReadOnlyList<DexDiagnostic> Run(IReadOnlyList<DexClass> classes, DexOptions options)
    {
        var file = new DexFile();
        file.Classes.AddRange(classes);
        return [.. DexVerifier.Verify(file, LibraryOf(options)).Where(f => f is { Severity: DexSeverity.Error, IsLinkage: false }).Select(Describe)];
    }

    private static Func<string, DexLibraryType?>? LibraryOf(DexOptions options)
    {
        if (options.Library is not { Count: > 0 } library)
            return null;
        var types = new Dictionary<string, DexLibraryType>(StringComparer.Ordinal);
        foreach (var type in library)
            types.TryAdd(Descriptor(type.Name), new(type.SuperName is null ? null : Descriptor(type.SuperName), [.. type.Interfaces.Select(Descriptor)], (type.Access & AccInterface) != 0));
        return types.GetValueOrDefault;
    }

    private static string Descriptor(string name) => $"L{name};";

    private static DexDiagnostic Describe(DexFinding finding)
    {
        var where = finding.Type[1..^1] + (finding.Member is null ? "" : $".{finding.Member}");
        return new(DexDiagnosticKind.Unverified, where, finding.Address < 0 ? $"{finding.Text}." : $"{finding.Text} (instruction {finding.Address}).");
    }
}
