using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Desugaring;
using Slipway.Formats.Dex.Generation;
using Slipway.Formats.Dex.Verification;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex.Verification;

public sealed class CompiledCodeTests
{
    [Theory]
    [InlineData("gson")]
    [InlineData("commons-lang3")]
    [InlineData("commons-codec")]
    [InlineData("commons-math3")]
    [InlineData("guava")]
    public void What_the_compiler_makes_of_a_real_jar_verifies(string jar)
    {
        var file = Compile([.. DebianJars.Classes(jar).Select(entry => ClassFileReader.Read(entry.Value, entry.Key)).Where(type => type.Name != "module-info")]);
        var findings = DexVerifier.Verify(DexReader.Read(DexWriter.Write(file)), Library).Where(finding => finding.Severity == DexSeverity.Error).ToList();
        Assert.True(findings.Count == 0, string.Join('\n', findings.Take(30).Select(finding => finding.ToString()).Prepend($"{findings.Count} findings")));
    }

    internal static DexLibraryType? Library(string type) =>
        type.StartsWith('L') && JdkClasses.Find(type[1..^1]) is { } found
            ? new(found.SuperName is null ? null : $"L{found.SuperName};", [.. found.Interfaces.Select(name => $"L{name};")], (found.Access & 0x200) != 0)
            : null;

    internal static DexFile Compile(IReadOnlyList<JavaClass> classes)
    {
        var options = new DexOptions(24);
        var file = new DexFile();
        file.Classes.AddRange(Desugarer.Apply(classes, options).Classes.Select(type => ClassTranslator.Translate(type, options)));
        return file;
    }
}
