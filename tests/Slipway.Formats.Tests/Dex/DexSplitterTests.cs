using Slipway.Formats.Dex;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex;

public sealed class DexSplitterTests
{
    private const int MethodsEach = 7000;

    [Fact]
    public void More_methods_than_one_file_names_go_to_two_files()
    {
        var classes = Enumerable.Range(0, 10).Select(i => Abstract($"Ltest/C{i};", MethodsEach)).ToList();
        var whole = new DexFile { Version = 35 };
        whole.Classes.AddRange(classes);
        Assert.Equal(DexLimit.References, Assert.Throws<DexLimitException>(() => DexWriter.Write(whole)).Limit);

        var files = DexSplitter.Split(classes, 35);
        Assert.Equal([9, 1], files.Select(f => f.Classes.Count));
        var written = files.Select(DexWriter.Write).ToList();
        Assert.All(written, dex => Assert.Equal("", DexDumpText.Complaint(dex)));
        Assert.Equal(classes.Select(c => c.Type), written.SelectMany(dex => DexReader.Read(dex).Classes).Select(c => c.Type));
    }

    [Fact]
    public void A_class_that_no_file_holds_is_named()
    {
        var exception = Assert.Throws<DexLimitException>(() => DexSplitter.Split([Abstract("Ltest/Big;", 20)], 35, maxReferences: 10));
        Assert.Equal("Ltest/Big;", exception.Where);
    }

    private static DexClass Abstract(string type, int methods)
    {
        var owner = new DexClass { Type = type, Access = 0x401, Super = "Ljava/lang/Object;" };
        for (var i = 0; i < methods; i++)
            owner.Methods.Add(new DexMethod { Reference = new DexMethodReference(type, $"m{i}", "()V"), Access = 0x401 });
        return owner;
    }
}
