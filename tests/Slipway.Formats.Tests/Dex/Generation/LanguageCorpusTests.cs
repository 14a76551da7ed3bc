using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Verification;

namespace Slipway.Formats.Tests.Dex.Generation;

public sealed class LanguageCorpusTests(LanguageCorpus corpus) : IClassFixture<LanguageCorpus>
{
    [Fact]
    public void Every_program_prints_the_same_out_of_DEX()
    {
        Assert.NotEmpty(corpus.Names);
        foreach (var name in corpus.Names)
        {
            Assert.False(corpus.Original[name].Contains("does not link", StringComparison.Ordinal), name);
            Assert.True(corpus.Translated.TryGetValue(name, out var printed), $"{name} did not run");
            AssertSame(name, corpus.Original[name], printed);
        }
    }

    /// <summary>The negative control: what the JVM runs is what we made, and a single wrong literal shows.</summary>
    [Fact]
    public void One_changed_instruction_changes_what_is_printed()
    {
        var file = corpus.Translate(LanguageCorpus.MinSdk);
        file.Classes.RemoveAll(c => !c.Type.StartsWith("LArithmetic", StringComparison.Ordinal) && c.Type != "LRunner;");
        var literals = file.Classes.SelectMany(c => c.Methods).Single(m => m.Reference.Name == "literals").Code!;
        literals.Instructions.First(i => i.Opcode == DexOpcode.AddIntLit8).Literal++;
        Assert.NotEqual(corpus.Original["Arithmetic"], corpus.Run(file, ["Arithmetic"])["Arithmetic"]);
    }

    [Theory]
    [InlineData(LanguageCorpus.MinSdk)]
    [InlineData(34)]
    public void The_verifier_finds_no_fault(int minSdk) => Assert.Empty(DexVerifier.Verify(corpus.Translate(minSdk)));

    private static void AssertSame(string name, string expected, string actual)
    {
        if (expected == actual)
            return;
        var pairs = expected.Split('\n').Zip(actual.Split('\n').Append("(end)")).ToList();
        var index = pairs.FindIndex(p => p.First != p.Second);
        Assert.Fail(index < 0 ? $"{name}: {actual}" : $"{name} line {index + 1}: expected '{pairs[index].First}' but '{pairs[index].Second}' was printed");
    }
}
