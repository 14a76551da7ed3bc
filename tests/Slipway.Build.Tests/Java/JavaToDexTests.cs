using Slipway.Build.Java;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Java;

public sealed class JavaToDexTests : IDisposable
{
    // A class file as javac 17 writes it: public final class T { }, with the version at bytes 6 and 7.
    private const string EmptyClass =
        "CAFEBABE0000003D000A0A000200030700040C0005000601000E6A6176612F6C616E672F4F626A6563740100063C696E69743E010003282956070008010001540100046F6E65000031000700020000000000010000000500060001000000";

    private readonly TemporaryApp _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_damaged_class_file_is_refused()
    {
        _folder.Add("classes/A.class", "no class");
        Refused(DexProblems.Corrupt, _folder["classes"]);
    }

    [Fact]
    public void A_class_file_of_a_later_java_is_refused()
    {
        var bytes = Convert.FromHexString(EmptyClass);
        bytes[7] = 62;
        _folder.Add("classes/A.class", bytes);
        Refused(DexProblems.TooNew, _folder["classes"]);
    }

    [Fact]
    public void A_folder_without_classes_is_refused()
    {
        _folder.Add("classes/readme.txt", "");
        Refused(DexProblems.NoClasses, _folder["classes"]);
    }

    [Fact]
    public void A_missing_input_is_refused() => Refused(AppProblems.NotFound, _folder["nothing"]);

    private void Refused(ProblemKind kind, string input)
    {
        var e = Assert.Throws<ProblemException>(() => JavaToDex.Compile([input], 24, _folder["out"]));
        Assert.Equal(kind, Assert.Single(e.Problems).Kind);
        Assert.False(Directory.Exists(_folder["out"]));
    }
}
