using Slipway.Formats.ClassFile;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex.Desugaring;

/// <summary>The programs of tests/corpus/desugar, compiled by javac for the releases whose code differs.</summary>
internal static class DesugarPrograms
{
    private static readonly string[] Since8 = ["Lambdas", "MethodReferences", "SerializableLambdas"];
    private static readonly string[] Since11 = [.. Since8, "Concat", "InterfaceMethods", "Nests"];
    private static readonly string[] Since17 = [.. Since11, "Backports", "Records"];
    private static readonly Lazy<string> Folder8 = new(() => Compile(8));
    private static readonly Lazy<string> Folder11 = new(() => Compile(11));
    private static readonly Lazy<string> Folder17 = new(() => Compile(17));

    public static string[] Names(int release) => release switch { 8 => Since8, 11 => Since11, _ => Since17 };

    /// <summary>Folder with the class files.</summary>
    public static string Folder(int release) => (release switch { 8 => Folder8, 11 => Folder11, _ => Folder17 }).Value;

    public static IReadOnlyList<JavaClass> Classes(int release) => RoundTrip.ReadClasses(Folder(release));

    private static string Compile(int release)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-desugar").FullName;
        var sources = Names(release).Select(n => Repository.PathOf($"tests/corpus/desugar/{n}.java"));
        RoundTrip.Javac(folder, [.. sources, Repository.PathOf("tests/corpus/java/Runner.java")], "--release", $"{release}", "-Xlint:-options");
        return folder;
    }
}
