using System.Security.Cryptography;
using Slipway.Build.Read;
using Slipway.Formats;
using Slipway.Formats.ClassFile;
using Slipway.Formats.Zip;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Java;

/// <summary>Reads class files from jars and folders.</summary>
internal static class ClassInputs
{
    private const int Shown = 4;

    /// <summary>
    /// Reads every class file, in the order of the inputs and of the names in them. A class file that occurs twice with the same bytes counts once.
    /// </summary>
    /// <exception cref="ProblemException">A file cannot be read; the problems list every such file.</exception>
    public static List<JavaClass> Read(IReadOnlyList<string> inputs)
    {
        var classes = new List<JavaClass>();
        var texts = new SharedTexts();
        var problems = new List<Problem>();
        var hashes = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (where, bytes) in inputs.SelectMany(Files))
        {
            try
            {
                var read = ClassFileReader.Read(bytes, where, texts);
                var hash = SHA256.HashData(bytes);
                if (hashes.TryAdd(read.Name, hash) || !hashes[read.Name].AsSpan().SequenceEqual(hash))
                    classes.Add(read);
            }
            catch (MalformedInputException e)
            {
                problems.Add(e is ClassFileException { Fault: ClassFileFault.TooNew }
                    ? DexProblems.TooNew.At(where, "The class was compiled for a Java release later than 17.")
                    : DexProblems.Corrupt.At(where, $"The class file cannot be read: {e.Reason}."));
            }
        }

        if (problems.Count > 0)
            throw new ProblemException(problems);
        return classes.Count > 0
            ? classes
            : throw new ProblemException(NoClasses(inputs));
    }

    // Android libraries (.aar) and programs with their libraries inside contain jars; users must give those jars themselves.
    private static Problem NoClasses(IReadOnlyList<string> inputs)
    {
        var inner = inputs.Where(input => File.Exists(input) && !IsClass(input)).SelectMany(Inner).Take(Shown + 1).ToList();
        var (where, message) = (string.Join(", ", inputs), "There is no class file.");
        if (inner.Count == 0)
            return DexProblems.NoClasses.At(where, message);
        return inner.TrueForAll(IsCompiled)
            ? DexProblems.NoClasses.At(where, $"There is no class file, but {inner[0]}, which is already compiled.", "Give the jar that it was made from.")
            : DexProblems.NoClasses.At(where, message, $"Unpack it and give the jars inside: {string.Join(", ", inner.Where(name => !IsCompiled(name)).Take(Shown))}.");
    }

    private static List<string> Inner(string archive)
    {
        using var stream = File.OpenRead(archive);
        return [.. ArchiveFaults.Guard(archive, () => ZipReader.Open(stream, ZipReadLimits.ForJars)).Entries.Select(e => e.Name).Where(name => IsCompiled(name) || name.EndsWith(".jar", StringComparison.OrdinalIgnoreCase))];
    }

    private static bool IsCompiled(string name) => name.EndsWith(".dex", StringComparison.OrdinalIgnoreCase);

    private static bool IsClass(string name) => name.EndsWith(".class", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Where, byte[] Bytes)> Files(string input)
    {
        if (Directory.Exists(input))
            return InFolder(input);
        if (!File.Exists(input))
            throw new ProblemException(AppProblems.NotFound.At(input, "There is no file or folder of this name."));
        if (FileProbe.Look(input, followLinks: true).Kind == FileKind.Special)
            throw new ProblemException(FileProblems.Unreadable.At(input, "This is a pipe or a device, not a file.", "Give jars, class files or folders."));
        return IsClass(input) ? [(input, File.ReadAllBytes(input))] : InJar(input);
    }

    private static IEnumerable<(string Where, byte[] Bytes)> InFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*.class", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Where(path => IsWanted(Path.GetRelativePath(folder, path)))
            .Select(path => (path, File.ReadAllBytes(path)));

    private static IEnumerable<(string Where, byte[] Bytes)> InJar(string jar)
    {
        using var stream = File.OpenRead(jar);
        var archive = ArchiveFaults.Guard(jar, () => ZipReader.Open(stream, ZipReadLimits.ForJars));
        foreach (var entry in archive.Entries.Where(e => IsWanted(e.Name)))
            yield return ($"{jar} ({entry.Name})", ArchiveFaults.Guard(jar, () => archive.ReadEntry(entry)));
    }

    // Skips module-info, a class file without code; META-INF/versions, classes for later releases of Java, which Android does not use; and
    // files whose names begin with "._", in which macOS keeps metadata of another file.
    private static bool IsWanted(string name) =>
        name.EndsWith(".class", StringComparison.Ordinal)
        && !name.EndsWith("module-info.class", StringComparison.Ordinal)
        && !name.StartsWith("META-INF/", StringComparison.Ordinal)
        && !name.StartsWith("__MACOSX/", StringComparison.Ordinal)
        && !name.AsSpan(name.LastIndexOf('/') + 1).StartsWith("._");
}
