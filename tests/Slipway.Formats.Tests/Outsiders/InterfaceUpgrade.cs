namespace Slipway.Formats.Tests.Outsiders;

/// <summary>
/// enjarify writes class files of version 49, which know no interface methods with code. A small program on the copy of ASM in
/// the JDK raises the classes that need it to version 52; all others stay as they are.
/// </summary>
internal static class InterfaceUpgrade
{
    private const string Export = "--add-exports=java.base/jdk.internal.org.objectweb.asm=ALL-UNNAMED";
    private static readonly Lazy<string> Tools = new(CompileTools);

    /// <summary>Folder with the compiled helper programs of tests/corpus/jars: LoadAll and UpgradeInterfaces.</summary>
    public static string ToolFolder => Tools.Value;

    public static void Run(string jar, string target) =>
        ExternalTool.Read("java", [Export, "-XX:TieredStopAtLevel=1", "-cp", ToolFolder, "UpgradeInterfaces", jar, target]);

    private static string CompileTools()
    {
        var folder = Directory.CreateTempSubdirectory("slipway-jar-tools").FullName;
        var sources = Repository.PathOf("tests/corpus/jars");
        RoundTrip.Javac(folder, [Path.Combine(sources, "UpgradeInterfaces.java"), Path.Combine(sources, "LoadAll.java")], Export);
        return folder;
    }
}
