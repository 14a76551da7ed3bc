using System.Security.Cryptography;
using System.Text;
using Slipway.Formats.CodeSignature.Resources;
using Slipway.Formats.Plist;

namespace Slipway.Formats.Tests.CodeSignature.Resources;

public sealed class CodeResourcesTests
{
    private static readonly string[] Paths = ["www/index.html", "Info.plist", "PkgInfo", "de.lproj/InfoPlist.strings", "embedded.mobileprovision", "Ä.txt", ".DS_Store"];

    [Fact]
    public void Each_list_names_the_files_that_its_rules_seal()
    {
        var seal = CodeResources.Build(Paths.Select(Seal));
        Assert.Equal(["files", "files2", "rules", "rules2"], seal.Keys);
        Assert.Equal([".DS_Store", "Info.plist", "PkgInfo", "de.lproj/InfoPlist.strings", "embedded.mobileprovision", "www/index.html", "Ä.txt"], Dictionary(seal, "files").Keys);
        Assert.Equal(["de.lproj/InfoPlist.strings", "embedded.mobileprovision", "www/index.html", "Ä.txt"], Dictionary(seal, "files2").Keys);
    }

    [Fact]
    public void A_file_is_sealed_by_both_hashes_and_a_translation_is_optional()
    {
        var seal = CodeResources.Build(Paths.Select(Seal));
        var page = Seal("www/index.html");
        var names = Seal("de.lproj/InfoPlist.strings");
        Assert.Equal(new PlistData(page.Sha1), Dictionary(seal, "files")["www/index.html"]);
        Assert.Equal(new PlistDictionary([new("hash2", new PlistData(page.Sha256))]), Dictionary(seal, "files2")["www/index.html"]);
        Assert.Equal(new PlistDictionary([new("hash", new PlistData(names.Sha1)), new("optional", new PlistBoolean(true))]), Dictionary(seal, "files")[names.Path]);
        Assert.Equal(new PlistDictionary([new("hash2", new PlistData(names.Sha256)), new("optional", new PlistBoolean(true))]), Dictionary(seal, "files2")[names.Path]);
    }

    [Fact]
    public void The_order_of_the_files_means_nothing()
    {
        var one = CodeResources.Build(Paths.Select(Seal));
        var other = CodeResources.Build(Paths.Reverse().Select(Seal));
        Assert.Equal(Dictionary(one, "files").Keys, Dictionary(other, "files").Keys);
        Assert.Equal(one, other);
    }

    [Fact]
    public void A_path_that_is_there_twice_or_a_hash_of_a_wrong_length_is_refused()
    {
        Assert.Throws<ArgumentException>(() => CodeResources.Build([Seal("a"), Seal("a")]));
        Assert.Throws<ArgumentException>(() => CodeResources.Build([Seal("a") with { Sha1 = new byte[32] }]));
    }

    private static PlistDictionary Dictionary(PlistDictionary seal, string key) => Assert.IsType<PlistDictionary>(seal[key]);

#pragma warning disable CA5350 // The older list is made of SHA-1.
    private static SealedFile Seal(string path) =>
        new(path, SHA1.HashData(Encoding.UTF8.GetBytes(path)), SHA256.HashData(Encoding.UTF8.GetBytes(path)));
#pragma warning restore CA5350
}
