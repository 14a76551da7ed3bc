namespace Slipway.Formats.Dex.Verification;

/// <summary>
/// Verifies DEX classes like the runtime does before it runs them: types of registers along every path, calls against their targets,
/// constructors, flags. Sources of the rules: source.android.com, "Dalvik bytecode" and its constraints, and the behaviour of ART's
/// method verifier. Classes that are neither in the DEX nor in the library are trusted, like ART trusts unresolved ones.
/// </summary>
public static class DexVerifier
{
    /// <summary>Verifies the DEX files of one app together.</summary>
    /// <param name="files">All DEX files.</param>
    /// <param name="library">Answers for classes on the device, by descriptor; null for one that it does not know.</param>
    /// <returns>Findings in the order of classes and methods.</returns>
    public static IReadOnlyList<DexFinding> Verify(IReadOnlyList<DexFile> files, Func<string, DexLibraryType?>? library = null)
    {
        var hierarchy = new TypeHierarchy(files, library);
        var classes = files.SelectMany(file => file.Classes).ToArray();
        var findings = new List<DexFinding>[classes.Length];
        Parallel.For(0, classes.Length, i => findings[i] = Verify(classes[i], hierarchy));
        return [.. findings.SelectMany(list => list)];
    }

    /// <summary>Verifies one DEX file on its own.</summary>
    /// <param name="file">The file.</param>
    /// <param name="library">Answers for classes on the device, by descriptor; null for one that it does not know.</param>
    /// <returns>Findings in the order of classes and methods.</returns>
    public static IReadOnlyList<DexFinding> Verify(DexFile file, Func<string, DexLibraryType?>? library = null) => Verify([file], library);

    private static List<DexFinding> Verify(DexClass owner, TypeHierarchy hierarchy)
    {
        var findings = new List<DexFinding>();
        ClassRules.Check(owner, hierarchy, findings);
        foreach (var method in owner.Methods)
        {
            if (method.Code is { } code)
                MethodVerifier.Verify(new MethodScope(owner, method, hierarchy, findings), code);
        }

        return findings;
    }
}

/// <summary>What the verifier needs to know about a class on the device.</summary>
/// <param name="Super">Descriptor of the superclass; null for java.lang.Object.</param>
/// <param name="Interfaces">Descriptors of the interfaces.</param>
/// <param name="IsInterface">Whether it is an interface.</param>
public sealed record DexLibraryType(string? Super, IReadOnlyList<string> Interfaces, bool IsInterface);
