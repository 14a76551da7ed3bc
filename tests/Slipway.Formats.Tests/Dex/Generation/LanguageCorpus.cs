using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Desugaring;
using Slipway.Formats.Dex.Generation;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex.Generation;

/// <summary>
/// Programs that cover the language, run on the JVM as javac made them and again after a way through our DEX. All go through
/// each step together, since starting the tools is what costs.
/// </summary>
public sealed class LanguageCorpus : IDisposable
{
    public const int MinSdk = 24;

    public const int RandomClasses = 10;

    private const int MethodsOfRandomClass = 20;
    private const int Seed = 20261123;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-corpus");

    public LanguageCorpus()
    {
        var sources = WriteSources();
        Names = [.. sources.Select(s => Path.GetFileNameWithoutExtension(s)).Where(n => n != "Runner").Order(StringComparer.Ordinal)];
        ClassFolder = Directory.CreateDirectory(Path.Combine(_folder.FullName, "classes")).FullName;
        RoundTrip.Javac(ClassFolder, sources, "-XDstringConcat=indyWithConstants");
        Original = Sections(RoundTrip.RunJava(ClassFolder, "Runner", Names));
        Translated = Run(Translate(MinSdk), Names);
    }

    /// <summary>Names of the programs, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    public string ClassFolder { get; }

    /// <summary>What each program prints as javac made it.</summary>
    public IReadOnlyDictionary<string, string> Original { get; }

    /// <summary>What each program prints after the way through DEX.</summary>
    public IReadOnlyDictionary<string, string> Translated { get; }

    /// <summary>Translates all programs afresh.</summary>
    public DexFile Translate(int minSdk)
    {
        var options = new DexOptions(minSdk);
        var desugared = Desugarer.Apply(RoundTrip.ReadClasses(ClassFolder), options);
        Assert.Empty(desugared.Diagnostics);
        var file = new DexFile { Version = 37 };
        file.Classes.AddRange(desugared.Classes.Select(c => ClassTranslator.Translate(c, options)));
        return file;
    }

    /// <summary>Runs programs out of DEX.</summary>
    public IReadOnlyDictionary<string, string> Run(DexFile file, IReadOnlyList<string> names)
    {
        var jar = Path.Combine(_folder.FullName, $"{Guid.NewGuid():n}.jar");
        RoundTrip.DexToJar([DexWriter.Write(file)], jar);
        InterfaceUpgrade.Run(jar, $"{jar}.up.jar");
        return Sections(RoundTrip.RunJava($"{jar}.up.jar", "Runner", names));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private List<string> WriteSources()
    {
        var sources = Directory.GetFiles(Repository.PathOf("tests/corpus/java"), "*.java").ToList();
        void Add(string name, string text)
        {
            var file = Path.Combine(_folder.FullName, $"{name}.java");
            File.WriteAllText(file, text);
            sources.Add(file);
        }
        Add(SprawlSource.ClassName, SprawlSource.Make());
        for (var i = 0; i < RandomClasses; i++)
            Add($"Random{i}", RandomProgram.Make(Seed + i, $"Random{i}", MethodsOfRandomClass));
        return sources;
    }

    private static Dictionary<string, string> Sections(string output)
    {
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in output.Split("== ").Skip(1))
        {
            var end = section.IndexOf('\n', StringComparison.Ordinal);
            sections[section[..end].Trim()] = section[(end + 1)..];
        }
        return sections;
    }
}
