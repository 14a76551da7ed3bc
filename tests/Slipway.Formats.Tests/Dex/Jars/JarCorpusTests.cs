using Slipway.Formats.Dex;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex.Jars;

public sealed class JarCorpusTests
{
    [Theory]
    [InlineData("gson", 24, 65536)]
    [InlineData("gson", 28, 65536)]
    [InlineData("commons-codec", 26, 900)]
    [InlineData("commons-lang3", 24, 65536)]
    [InlineData("commons-math3", 24, 65536)]
    [InlineData("guava", 24, 65536)]
    [InlineData("bcprov", 24, 65536)]
    public void A_library_loads_and_works_after_the_round_trip_through_dex(string library, int minSdk, int maxReferences)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-jar");
        try
        {
            var (raw, jar) = (Path.Combine(folder.FullName, "raw.jar"), Path.Combine(folder.FullName, "out.jar"));
            var (classes, original) = (JarCorpus.Sample(library), JarCorpus.PathOf(library));
            RoundTrip.DexToJar(RoundTrip.Compile(classes, new DexOptions(minSdk) { MaxReferences = maxReferences }), raw);
            InterfaceUpgrade.Run(raw, jar);

            AssertLoadsAsBefore(classes.Select(c => c.Name.Replace('/', '.')), JarCorpus.Load(original), JarCorpus.Load(jar, original));
            Assert.Equal(JarCorpus.RunProgram(library, original), JarCorpus.RunProgram(library, jar, original));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Code_that_mixes_types_up_does_not_load()
    {
        var folder = Directory.CreateTempSubdirectory("slipway-jar");
        try
        {
            var method = new DexMethod { Reference = new("Lp/Mixed;", "f", "(I)Ljava/lang/String;"), Access = 9, Code = new DexCode { Registers = 1, Ins = 1 } };
            method.Code.Instructions.Add(new DexInstruction { Opcode = DexOpcode.ReturnObject, A = 0 });
            var file = new DexFile();
            file.Classes.Add(new DexClass { Type = "Lp/Mixed;", Super = "Ljava/lang/Object;", Access = 1 });
            file.Classes[0].Methods.Add(method);
            var jar = Path.Combine(folder.FullName, "mixed.jar");
            RoundTrip.DexToJar([DexWriter.Write(file)], jar);

            Assert.StartsWith("VerifyError", JarCorpus.Load(jar)["p.Mixed"], StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AssertLoadsAsBefore(IEnumerable<string> names, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        Assert.True(before.Count > 100);
        var changed = names.Where(n => after.GetValueOrDefault(n) != before[n])
            .Select(n => $"{n}: {after.GetValueOrDefault(n, "missing")} instead of {before[n]}");
        Assert.Empty(changed);
        Assert.DoesNotContain(after, a => a.Key != "methods" && !before.ContainsKey(a.Key) && a.Value != "ok");
    }
}
