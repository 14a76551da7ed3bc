using Slipway.Formats.Dex.Writing;

namespace Slipway.Formats.Dex;

/// <summary>
/// Divides classes among as many files as the 16-bit indices of the format require. The classes keep their order; a file is full when
/// the next class does not fit.
/// </summary>
internal static class DexSplitter
{
    /// <summary>Divides classes.</summary>
    /// <param name="classes">Classes in their final order.</param>
    /// <param name="version">Format version of the files.</param>
    /// <param name="maxReferences">
    /// Limit on the types, prototypes, fields or methods that a file references, in addition to the format's own limits.
    /// </param>
    /// <exception cref="DexLimitException">A single class is too large for a file.</exception>
    public static IReadOnlyList<DexFile> Split(IReadOnlyList<DexClass> classes, int version, int maxReferences = DexIndices.MaxMembers)
    {
        var files = new List<DexFile>();
        var current = new DexReferenceSet();
        foreach (var item in classes)
        {
            var own = new DexReferenceSet();
            DexReferenceCollector.Collect(item, own);
            if (files.Count == 0 || !Fits(current, own, maxReferences))
            {
                if (!Fits(new DexReferenceSet(), own, maxReferences))
                    throw new DexLimitException(DexLimit.References, "one class names more than a file holds", item.Type);
                files.Add(new DexFile { Version = version });
                current = new DexReferenceSet();
            }

            files[^1].Classes.Add(item);
            current.UnionWith(own);
        }

        return files;
    }

    private static bool Fits(DexReferenceSet current, DexReferenceSet own, int limit) =>
        Fits(current.Types, own.Types, Math.Min(limit, DexIndices.MaxTypes))
        && Fits(current.Protos.Keys, own.Protos.Keys, Math.Min(limit, DexIndices.MaxProtos))
        && Fits(current.Fields, own.Fields, limit)
        && Fits(current.Methods, own.Methods, limit)
        && Fits(current.MethodHandles.Keys, own.MethodHandles.Keys, limit)
        && Fits(current.CallSites.Keys, own.CallSites.Keys, limit);

    private static bool Fits<T>(ICollection<T> current, ICollection<T> own, int limit) =>
        current.Count + own.Count <= limit || current.Count + own.Count(item => !current.Contains(item)) <= limit;
}
