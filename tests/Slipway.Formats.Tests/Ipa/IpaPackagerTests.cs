using System.Globalization;
using System.Security.Cryptography;
using Slipway.Formats.CodeSignature.Resources;
using Slipway.Formats.Ipa;
using Slipway.Formats.Plist;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.Ipa;

public sealed class IpaPackagerTests : IDisposable
{
    private const string Bundle = "Payload/Field-Notes.app/";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_seal_holds_the_hashes_of_the_files_and_the_signature_that_of_the_seal()
    {
        using var file = File.OpenRead(Write("a.ipa"));
        var zip = ZipReader.Open(file, ZipReadLimits.ForApps);
        var seal = zip.ReadEntry(zip.Find(Bundle + CodeResources.Path)!);
        var list = Assert.IsType<PlistDictionary>(PlistReader.ReadDictionary(seal)["files2"]);
        foreach (var (path, value) in list)
        {
            var hash = Assert.IsType<PlistData>(Assert.IsType<PlistDictionary>(value)["hash2"]);
            Assert.Equal(new PlistData(SHA256.HashData(zip.ReadEntry(zip.Find(Bundle + path)!))), hash);
        }

        string[] unlisted = ["Field-Notes", "Info.plist", "PkgInfo", CodeResources.Path];
        Assert.Equal(zip.Entries.Select(e => e.Name[Bundle.Length..]).Except(unlisted).Order(StringComparer.Ordinal), list.Keys);
        Assert.Equal(TestBundle.Seal.Sign(seal).ToArray(), zip.ReadEntry(zip.Find(Bundle + "Field-Notes")!));
    }

    [Fact]
    public void The_executable_comes_last_and_is_the_only_program()
    {
        var lines = ExternalTool.RunWell("zipinfo", Write("a.ipa")).Split('\n').Where(line => line.StartsWith('-')).ToList();
        Assert.Equal(11, lines.Count);
        Assert.All(lines[..^1], line => Assert.StartsWith("-rw-r--r--  2.0 unx ", line, StringComparison.Ordinal));
        Assert.Matches("^-rwxr-xr-x  2.0 unx .* 81-Jan-01 00:00 Payload/Field-Notes.app/Field-Notes$", lines[^1]);
    }

    [Fact]
    public void Other_readers_of_zip_agree_and_find_a_flipped_byte()
    {
        const string Check = "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); sys.exit(0 if z.testzip() is None and len(z.namelist())==11 and any('日本語' in n for n in z.namelist()) else 1)";
        var path = Write("a.ipa");
        ExternalTool.RunWell("unzip", "-tq", path);
        ExternalTool.RunWell("/usr/bin/python3", "-c", Check, path);
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.NotEqual(0, ExternalTool.Run("unzip", "-tq", path).ExitCode);
        Assert.NotEqual(0, ExternalTool.Run("/usr/bin/python3", "-c", Check, path).ExitCode);
    }

    [Fact]
    public void The_seal_is_a_property_list_for_others_too()
    {
        ExternalTool.RunWell("unzip", "-q", Write("a.ipa"), "-d", _folder["out"]);
        var seal = Path.Combine(_folder["out"], Bundle, CodeResources.Path);
        ExternalTool.RunWell("plistutil", "-i", seal, "-o", _folder["binary"]);
        var theirs = PlistReader.ReadDictionary(File.ReadAllBytes(_folder["binary"]));
        Assert.Equal(PlistReader.ReadDictionary(File.ReadAllBytes(seal)), theirs);
        Assert.Contains("www/a name with äöü and 日本語 & <.txt", Assert.IsType<PlistDictionary>(theirs["files2"]).Keys);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(256)]
    public void The_same_input_gives_the_same_bytes_however_it_is_worked_on(int maxPending)
    {
        var expected = File.ReadAllBytes(Write("a.ipa"));
        foreach (var cache in new IDeflateCache[] { new MemoryDeflateCache(), NoDeflateCache.Instance })
        {
            var settings = new PackSettings(5, cache, NeedsHashes: true) { NeedsSha1 = true, MaxPending = maxPending };
            IpaPackager.Write(_folder["b.ipa"], TestBundle.Content(), TestBundle.Seal, settings, CancellationToken.None);
            Assert.Equal(expected, File.ReadAllBytes(_folder["b.ipa"]));
            File.Delete(_folder["b.ipa"]);
        }
    }

    [Fact]
    public void A_file_whose_hashes_are_known_is_not_opened_and_one_without_sha1_is()
    {
        var cache = new MemoryDeflateCache();
        var content = TestBundle.Content();
        var first = IpaPackager.Write(_folder["a.ipa"], content, TestBundle.Seal, cache, CancellationToken.None);
        var opened = new List<string>();
        var again = content with
        {
            Files = [.. content.Files.Select(item => item with
            {
                Hash = first.Hashes[item.Name].Sha256,
                Sha1 = item.Name == "www/empty.txt" ? null : first.Hashes[item.Name].Sha1,
                Open = () =>
                {
                    lock (opened)
                        opened.Add(item.Name);
                    return item.Open();
                },
            })],
        };
        Assert.Equal(first.Hashes, IpaPackager.Write(_folder["b.ipa"], again, TestBundle.Seal, cache, CancellationToken.None).Hashes);
        Assert.Equal(File.ReadAllBytes(_folder["a.ipa"]), File.ReadAllBytes(_folder["b.ipa"]));
        Assert.DoesNotContain("www/index.html", opened);
        Assert.Contains("www/empty.txt", opened);
    }

    [Fact]
    public void A_large_file_is_sealed_by_both_hashes()
    {
        var large = new byte[17 << 20];
        new Random(1).NextBytes(large.AsSpan(0, 1 << 20));
        var result = IpaPackager.Write(_folder["a.ipa"], TestBundle.Content(ZipItem.FromBytes("www/large", large)), TestBundle.Seal, NoDeflateCache.Instance, CancellationToken.None);
        Assert.Equal(new ContentDigests(ContentHash.Of(large), Sha1Hash.Of(large)), result.Hashes["www/large"]);
    }

    [Fact]
    public void An_app_for_the_simulator_is_at_the_top_and_not_sealed()
    {
        IpaPackager.Write(_folder["a.zip"], TestBundle.Content(), seal: null, NoDeflateCache.Instance, CancellationToken.None);
        var names = ExternalTool.RunWell("zipinfo", "-1", _folder["a.zip"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(names, name => Assert.StartsWith("Field-Notes.app/", name, StringComparison.Ordinal));
        Assert.DoesNotContain(names, name => name.Contains("CodeResources", StringComparison.Ordinal) || name.EndsWith("provision", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../a")]
    [InlineData("/a")]
    [InlineData("a\\b")]
    [InlineData("a/")]
    [InlineData("WWW/Index.html")]
    [InlineData("www/index.html/a")]
    [InlineData("www/a name with a\u0308öü and 日本語 & <.txt")]
    [InlineData("info.plist")]
    [InlineData("field-notes")]
    [InlineData("embedded.mobileprovision")]
    [InlineData("_codesignature/a")]
    [InlineData("SC_Info/a.sinf")]
    [InlineData("CodeResources")]
    [InlineData("a\ufffe")]
    public void A_name_that_a_bundle_cannot_hold_is_refused(string name)
    {
        var fault = Assert.Throws<ZipLimitException>(() =>
            IpaPackager.Write(_folder["a.ipa"], TestBundle.Content(ZipItem.FromBytes(name, [1])), TestBundle.Seal, NoDeflateCache.Instance, CancellationToken.None));
        Assert.Equal(ZipLimit.Name, fault.Limit);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("www/a:b.js")]
    [InlineData("www/LICENSE.")]
    [InlineData("www/folder /a")]
    public void A_name_that_only_other_systems_change_is_packed_and_sealed_as_it_is(string name)
    {
        const string Check =
            "import hashlib,plistlib,sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); seal=plistlib.loads(z.read(sys.argv[2]+'_CodeSignature/CodeResources'));"
            + " sys.exit(0 if seal['files2'][sys.argv[3]]['hash2']==hashlib.sha256(z.read(sys.argv[2]+sys.argv[3])).digest() else 1)";
        IpaPackager.Write(_folder["a.ipa"], TestBundle.Content(ZipItem.FromBytes(name, [1])), TestBundle.Seal, NoDeflateCache.Instance, CancellationToken.None);
        ExternalTool.RunWell("/usr/bin/python3", "-c", Check, _folder["a.ipa"], Bundle, name);
        Assert.NotEqual(0, ExternalTool.Run("/usr/bin/python3", "-c", Check, _folder["a.ipa"], Bundle, name + "x").ExitCode);
    }

    [Theory]
    [InlineData("a/b.app", "a")]
    [InlineData("a", "a")]
    [InlineData(".app", "a")]
    [InlineData("a.app", "a/b")]
    [InlineData("a.app", "INFO.plist")]
    public void A_bundle_or_program_of_a_wrong_name_is_refused(string bundle, string program) =>
        Assert.Throws<ZipLimitException>(() => IpaPackager.Write(
            _folder["a.ipa"], TestBundle.Content() with { BundleName = bundle, ExecutableName = program }, TestBundle.Seal, NoDeflateCache.Instance, CancellationToken.None));

    [Fact]
    public void Nothing_is_left_behind_when_signing_fails()
    {
        var seal = TestBundle.Seal with { Sign = _ => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{1}")) };
        Assert.Throws<FormatException>(() => IpaPackager.Write(_folder["a.ipa"], TestBundle.Content(), seal, NoDeflateCache.Instance, CancellationToken.None));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private string Write(string name)
    {
        IpaPackager.Write(_folder[name], TestBundle.Content(), TestBundle.Seal, NoDeflateCache.Instance, CancellationToken.None);
        return _folder[name];
    }
}
