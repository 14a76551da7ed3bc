using Slipway.Formats.MachO;
using Slipway.Formats.Plist;

namespace Slipway.Formats.Ipa;

/// <summary>
/// Finds all code nested in an app: bundles by their folders, files by their content, in any folder. A bundle without an executable
/// is a folder of resources.
/// </summary>
/// <param name="app">Folder of the app, with a slash at its end.</param>
/// <param name="names">All files, with their paths in the package.</param>
/// <param name="canBeCode">Returns whether a file begins like code (<see cref="CodeFile.CanBe"/>).</param>
/// <param name="read">Reads a file.</param>
internal sealed class NestedCodeFinder(string app, IReadOnlyCollection<string> names, Func<string, bool> canBeCode, Func<string, byte[]> read)
{
    private const string Versions = ".framework/Versions/";

    /// <summary>Extensions of bundles that always are code; other bundles are code when their executable is.</summary>
    private static readonly string[] CodeBundles = [".framework/", ".appex/", ".xctest/", ".xpc/", ".systemextension/"];

    private readonly List<string> _inside = [.. names.Where(name => name.StartsWith(app, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    private readonly HashSet<string> _files = new(names, StringComparer.Ordinal);
    private readonly HashSet<string> _executables = new(StringComparer.Ordinal);

    /// <summary>Returns the code, innermost first.</summary>
    /// <exception cref="MachOException">A file begins like code but is malformed.</exception>
    public IReadOnlyList<NestedCode> Find()
    {
        _executables.Add(app + BundleExecutable.NameOf(Info(app), app));
        var bundles = _inside.SelectMany(Folders).Distinct(StringComparer.Ordinal).Select(Bundle).OfType<NestedCode>().ToList();
        var files = _inside.Where(IsCode).Select(File).Distinct();
        return [.. bundles.Concat(files).OrderByDescending(code => code.Path.Length).ThenBy(code => code.Path, StringComparer.Ordinal)];
    }

    /// <summary>Returns the folders of a path within the app that are bundles: by their name, or because the path is their Info.plist.</summary>
    private IEnumerable<string> Folders(string name)
    {
        for (var end = name.IndexOf('/', app.Length) + 1; end > 0; end = name.IndexOf('/', end) + 1)
        {
            var folder = name[..end];
            if (Array.Exists(CodeBundles, kind => folder.EndsWith(kind, StringComparison.Ordinal)) || name.AsSpan(end).SequenceEqual(IpaNames.InfoPlist))
                yield return folder;
        }
    }

    private NestedCode? Bundle(string folder)
    {
        if (folder.EndsWith(".app/", StringComparison.Ordinal))
            return new NestedCode(folder, NestedCodeKind.App);
        var info = Info(folder);
        var executable = folder + BundleExecutable.NameOf(info, folder);
        var isThere = _files.Contains(executable);
        if (folder.EndsWith(".appex/", StringComparison.Ordinal))
            return Code(NestedCodeKind.Extension);
        if (!Array.Exists(CodeBundles, kind => folder.EndsWith(kind, StringComparison.Ordinal)))
            return isThere && info is not null && IsCode(executable) ? Code(NestedCodeKind.Bundle) : null;
        // A framework must have the executable that it names; devices refuse it otherwise.
        var hasBrokenInfo = info is null && _files.Contains(folder + IpaNames.InfoPlist);
        return isThere || hasBrokenInfo || info?.Text("CFBundleExecutable") is { Length: > 0 } ? Code(NestedCodeKind.Bundle) : null;

        NestedCode Code(NestedCodeKind kind)
        {
            _executables.Add(executable);
            return new NestedCode(folder, kind);
        }
    }

    /// <summary>Returns true for a library in the folder Frameworks, which must be code; elsewhere the content decides.</summary>
    private bool IsCode(string name) => !_executables.Contains(name) && (IsLibrary(name) || (canBeCode(name) && IsLoaded(name)));

    private static bool IsLibrary(string name) =>
        name.EndsWith(".dylib", StringComparison.Ordinal) && name.LastIndexOf('/') is var end && name.AsSpan(0, end).EndsWith("/Frameworks");

    private bool IsLoaded(string name)
    {
        try
        {
            return CodeFile.IsLoaded(read(name));
        }
        catch (MachOException broken)
        {
            throw new IpaException(IpaFault.Code, broken.Reason, name, broken);
        }
    }

    private NestedCode File(string name)
    {
        if (name.IndexOf(".app/", app.Length, StringComparison.Ordinal) is > 0 and var other)
            return new NestedCode(name[..(other + ".app/".Length)], NestedCodeKind.App);
        var versions = name.IndexOf(Versions, StringComparison.Ordinal);
        return versions < 0 ? new NestedCode(name, NestedCodeKind.File) : new NestedCode(name[..(versions + ".framework/".Length)], NestedCodeKind.Versioned);
    }

    private PlistDictionary? Info(string folder)
    {
        try
        {
            return _files.Contains(folder + IpaNames.InfoPlist) ? PlistReader.ReadDictionary(read(folder + IpaNames.InfoPlist), folder + IpaNames.InfoPlist) : null;
        }
        catch (MalformedInputException broken) when (broken is not Zip.ZipFaultException)
        {
            // Signing or verifying the bundle reports the fault.
            return null;
        }
    }
}
