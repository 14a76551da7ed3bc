using Slipway.Formats.ClassFile;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex.Jars;

/// <summary>Libraries of Debian, and programs of ours that use them and print what they get.</summary>
internal static class JarCorpus
{
    public static readonly IReadOnlyDictionary<string, string> Programs = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["bcprov"] = "JarBc",
        ["commons-codec"] = "JarCodec",
        ["commons-lang3"] = "JarLang",
        ["commons-math3"] = "JarMath",
        ["gson"] = "JarGson",
        ["guava"] = "JarGuava",
    };

    /// <summary>Set by eng/dex-corpus: take every class of the largest jar too.</summary>
    private const string WholeVariable = "SLIPWAY_WHOLE_CORPUS";

    /// <summary>enjarify needs a minute for more classes than these.</summary>
    private const int ManyClasses = 3000;

    private static readonly Lazy<string> ProgramFolder = new(CompilePrograms);

    public static string PathOf(string jar) => $"/usr/share/java/{jar}.jar";

    /// <summary>The classes of a jar, apart from module descriptors and variants for later releases.</summary>
    public static IReadOnlyList<JavaClass> Classes(string jar) =>
        [.. DebianJars.Classes(jar)
            .Where(e => !e.Key.StartsWith("META-INF/", StringComparison.Ordinal) && e.Key != "module-info.class")
            .Select(e => ClassFileReader.Read(e.Value, e.Key))];

    /// <summary>All classes, or each fourth of a very large jar.</summary>
    public static IReadOnlyList<JavaClass> Sample(string jar)
    {
        var classes = Classes(jar);
        var isWhole = classes.Count < ManyClasses || Environment.GetEnvironmentVariable(WholeVariable) is not null;
        return isWhole ? classes : [.. classes.Where((_, i) => i % 4 == 0)];
    }

    /// <summary>What linking each class of a jar gives, by class name; classes that it lacks come from further jars.</summary>
    public static IReadOnlyDictionary<string, string> Load(string jar, params IEnumerable<string> further)
    {
        var output = ExternalTool.Read("java", ["-Xverify:all", "-XX:TieredStopAtLevel=1", "-cp", string.Join(':', further.Prepend(jar).Prepend(InterfaceUpgrade.ToolFolder)), "LoadAll", jar]);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
    }

    /// <summary>What the program of a library prints when it runs against a jar.</summary>
    public static string RunProgram(string library, params IEnumerable<string> jars) =>
        RoundTrip.RunJava(string.Join(':', jars.Prepend(ProgramFolder.Value)), Programs[library]);

    private static string CompilePrograms()
    {
        var folder = Directory.CreateTempSubdirectory("slipway-jar-programs").FullName;
        var sources = Programs.Values.Select(p => Repository.PathOf($"tests/corpus/jars/{p}.java"));
        RoundTrip.Javac(folder, sources, "-proc:none", "-cp", string.Join(':', Programs.Keys.Select(PathOf)));
        return folder;
    }
}
