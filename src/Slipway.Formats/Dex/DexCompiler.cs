using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex.Desugaring;
using Slipway.Formats.Dex.Generation;

namespace Slipway.Formats.Dex;

/// <summary>
/// Compiles class files to DEX: newer Java features are rewritten into plain classes, every class is translated and verified like on
/// a device, and the result is split into as many files as the format's limits require. The output depends only on the set of classes
/// and on the options, not on the order of the classes or the number of cores.
/// </summary>
public static class DexCompiler
{
    private const int FirstLevelWithSeveralFiles = 21;

    /// <summary>Compiles classes.</summary>
    /// <param name="classes">The classes to compile, in any order; they are not changed. Module descriptors are skipped.</param>
    /// <param name="options">The options.</param>
    public static DexOutput Compile(IReadOnlyList<JavaClass> classes, DexOptions options) => Consume([.. classes], options);

    /// <summary>Compiles classes and releases each one after its translation, so that a large program is not in memory twice.</summary>
    /// <param name="classes">The classes to compile; the list is emptied.</param>
    /// <param name="options">The options.</param>
    public static DexOutput Consume(List<JavaClass> classes, DexOptions options)
    {
        if (options.MinSdk < 1)
            throw new ArgumentOutOfRangeException(nameof(options), "The lowest API level is 1.");
        var sorted = DexInputCheck.Sorted(classes);
        classes.Clear();
        var refused = DexInputCheck.Run(sorted, options).ToList();
        if (refused.Count > 0)
            return Failed(refused);
        var (desugared, undesugared) = Desugarer.Apply(sorted, options);
        if (undesugared.Count > 0)
            return Failed(undesugared);
        sorted.Clear();
        var (translated, diagnostics) = Translate(desugared, options);
        if (diagnostics.Count == 0)
            diagnostics = OutputCheck.Run(translated, options);
        return diagnostics.Count > 0 ? Failed(diagnostics) : Write(translated, options);
    }

    private static DexOutput Failed(IReadOnlyList<DexDiagnostic> diagnostics) => new([], diagnostics, 0, 0);

    private static (IReadOnlyList<DexClass> Classes, IReadOnlyList<DexDiagnostic> Diagnostics) Translate(JavaClass?[] classes, DexOptions options)
    {
        var translated = new DexClass?[classes.Length];
        var diagnostics = new DexDiagnostic?[classes.Length];
        var shared = new SharedReferences();
        Parallel.For(0, classes.Length, i =>
        {
            var source = classes[i]!;
            classes[i] = null;
            try
            {
                translated[i] = ClassTranslator.Translate(source, options, shared);
                diagnostics[i] = DexNames.Check(translated[i]!, options.MinSdk);
                translated[i]!.Methods.ForEach(method => method.Pack());
            }
            catch (UnsupportedCodeException e)
            {
                diagnostics[i] = new(e.Kind, e.Where, $"{e.Reason}.");
            }
            catch (MalformedInputException e)
            {
                diagnostics[i] = new(DexDiagnosticKind.MalformedCode, e.Entry ?? source.Name, $"{e.Reason}.");
            }
        });
        return ([.. translated.OfType<DexClass>()], [.. diagnostics.OfType<DexDiagnostic>()]);
    }

    private static DexOutput Write(IReadOnlyList<DexClass> classes, DexOptions options)
    {
        try
        {
            var files = WriteOne(classes, options) ?? WriteSeveral(classes, options);
            if (files.Count > 1 && options.MinSdk < FirstLevelWithSeveralFiles)
                return Failed([new(DexDiagnosticKind.TooLarge, "", $"The classes need {files.Count} DEX files, and devices below API level {FirstLevelWithSeveralFiles} load one.")]);
            return new(files, [], classes.Count, classes.Sum(c => c.Methods.Count));
        }
        catch (DexLimitException e)
        {
            return Failed([new(DexDiagnosticKind.TooLarge, e.Where ?? "", $"{e.Reason}.")]);
        }
        catch (MalformedInputException e)
        {
            return Failed([new(DexDiagnosticKind.MalformedCode, e.Entry ?? "", $"{e.Reason}.")]);
        }
    }

    /// <summary>
    /// Tries to write a single file, which is enough for most programs and cheaper than dividing them; returns null when the classes
    /// do not fit.
    /// </summary>
    private static IReadOnlyList<byte[]>? WriteOne(IReadOnlyList<DexClass> classes, DexOptions options)
    {
        // A file references each method that it defines, so more methods than references never fit.
        if (options.MaxReferences < DexOptions.FormatReferences || classes.Sum(c => c.Methods.Count) > DexOptions.FormatReferences)
            return null;
        var file = new DexFile { Version = VersionFor(options.MinSdk) };
        file.Classes.AddRange(classes);
        try
        {
            return [DexWriter.Write(file)];
        }
        catch (DexLimitException e) when (e.Limit == DexLimit.References)
        {
            return null;
        }
    }

    private static IReadOnlyList<byte[]> WriteSeveral(IReadOnlyList<DexClass> classes, DexOptions options) =>
        [.. DexSplitter.Split(classes, VersionFor(options.MinSdk), options.MaxReferences).AsParallel().AsOrdered().Select(DexWriter.Write)];

    /// <summary>
    /// Returns the newest format version that the lowest API level reads (source.android.com, "Dalvik executable format",
    /// DEX_FILE_MAGIC).
    /// </summary>
    private static int VersionFor(int minSdk) => minSdk switch { >= 28 => 39, >= 26 => 38, >= 24 => 37, _ => 35 };
}
