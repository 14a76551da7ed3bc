using Slipway.Formats.CodeSignature.Reading;
using Slipway.Formats.CodeSignature.Resources;
using Slipway.Formats.CodeSignature.Verification;
using Slipway.Formats.Ipa;
using Slipway.Formats.MachO;
using Slipway.Formats.Plist;
using Slipway.Formats.Tests.CodeSignature.Verification;
using Slipway.Formats.Tests.MachO;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.Ipa;

/// <summary>Code of every kind, wherever it is in an app: it ends signed, or the package is refused. A checker in Python judges, too.</summary>
public sealed class NestedCodeTests : IDisposable
{
    private const string App = NestedIpa.App;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("PlugIns/tool", "lld19", "tool")]
    [InlineData("Frameworks/loose", "lld14-library", "loose")]
    [InlineData("Frameworks/libink.1.2.3.dylib", "lld14-library", "libink.1")]
    [InlineData("Watch/helper", "lld19", "helper")]
    [InlineData("XPCServices/libx.dylib", "lld14-library", "libx")]
    [InlineData("SystemExtensions/extension", "lld14-library", "extension")]
    [InlineData("Extensions/add.on.so", "lld14-library", "add.on")]
    [InlineData("www/model.bin", "lld14-adhoc", "model")]
    [InlineData("Resources.bundle/plug-in", "lld14-library", "plug-in")]
    [InlineData("Frameworks/Paper.framework/libfibre.dylib", "lld14-library", "libfibre")]
    public void A_file_that_is_code_is_signed_wherever_it_is(string name, string program, string identifier)
    {
        var files = NestedIpa.Files();
        files[App + name] = TestMachO.Named(program);
        var signed = Resigned(files);
        Assert.Equal(identifier, Directory(signed[App + name]).Identifier);
        AssertUnsignedIsFound(signed, App + name, program);
    }

    [Theory]
    [InlineData("PlugIns/Runner.xctest/")]
    [InlineData("Frameworks/Ink.framework/")]
    [InlineData("XPCServices/Ink.xpc/")]
    [InlineData("SystemExtensions/Ink.systemextension/")]
    [InlineData("PlugIns/Ink.bundle/")]
    [InlineData("Frameworks/Paper.framework/Frameworks/Ink.framework/")]
    [InlineData("PlugIns/Runner.xctest/Frameworks/Ink.framework/")]
    public void A_bundle_with_code_gets_a_seal_of_its_own(string folder)
    {
        var files = NestedIpa.Files();
        files[App + folder + "Info.plist"] = NestedIpa.Info("org.example.ink", "Ink");
        files[App + folder + "Ink"] = TestMachO.Named("lld14-library");
        files[App + folder + "colours.txt"] = "blue"u8.ToArray();
        var signed = Resigned(files);
        Assert.Equal("org.example.ink", Directory(signed[App + folder + "Ink"]).Identifier);
        Assert.True(PlistReader.ReadDictionary(signed[App + folder + CodeResources.Path]).TryGet<PlistDictionary>("files2", out var sealed2));
        Assert.NotNull(sealed2["colours.txt"]);
        AssertUnsignedIsFound(signed, App + folder + "Ink", "lld14-library");
        signed[App + folder + "colours.txt"] = "red"u8.ToArray();
        Assert.Contains(Verify(signed), f => f.Check == IpaCheck.ResourcesChanged && f.Where == App + folder);
        Assert.Contains($": {folder}: ", Judge(_folder.Add("check.ipa", HandIpa.Pack(signed))).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false, "org.example.ink")]
    [InlineData(false, true, "Fountain")]
    [InlineData(false, false, "Ink")]
    public void A_framework_without_id_is_called_like_its_executable_and_that_like_its_folder(bool hasId, bool hasExecutable, string identifier)
    {
        var files = NestedIpa.Files();
        const string Folder = App + "Frameworks/Ink.framework/";
        var executable = hasExecutable ? "Fountain" : "Ink";
        files[Folder + "Info.plist"] = PlistBinaryWriter.Write(HandIpa.Texts(
            [("CFBundleVersion", "1"), .. hasId ? [("CFBundleIdentifier", "org.example.ink")] : Array.Empty<(string, string)>(), .. hasExecutable ? [("CFBundleExecutable", executable)] : Array.Empty<(string, string)>()]));
        files[Folder + executable] = TestMachO.Named("lld14-library");
        Assert.Equal(identifier, Directory(Resigned(files)[Folder + executable]).Identifier);
    }

    [Theory]
    [InlineData("Frameworks/Pictures.framework/", "FMWK")]
    [InlineData("Pictures.bundle/", "BNDL")]
    public void A_bundle_without_an_executable_is_resources(string folder, string type)
    {
        var files = NestedIpa.Files();
        files[App + folder + "Info.plist"] = PlistBinaryWriter.Write(HandIpa.Texts(("CFBundleIdentifier", "org.example.pictures"), ("CFBundlePackageType", type)));
        files[App + folder + "a.png"] = [1, 2, 3];
        var signed = Resigned(files);
        Assert.DoesNotContain(App + folder + CodeResources.Path, signed.Keys);
    }

    [Fact]
    public void A_resource_bundle_that_names_an_executable_which_is_not_there_is_resources()
    {
        var files = NestedIpa.Files();
        files[App + "Pods.bundle/Info.plist"] = NestedIpa.Info("org.cocoapods.pods", "Pods");
        Resigned(files);
    }

    [Theory]
    [InlineData("www/fsevents.node", 0x01000007u, 1u)]
    [InlineData("www/fsevents.node", 0x0100000cu, 1u)]
    [InlineData("www/old.dylib", 12u, 2u)]
    public void Code_that_no_device_loads_is_a_resource(string name, uint processor, uint platform)
    {
        var files = NestedIpa.Files();
        var program = TestMachO.Named("lld14-library");
        BitConverter.TryWriteBytes(program.AsSpan(4), processor);
        BitConverter.TryWriteBytes(program.AsSpan(MachOReader.Read(program).Commands.First(c => c.Kind == 0x32).Offset + 8), platform);
        files[App + name] = program;
        Assert.Equal(program, Resigned(files)[App + name]);
    }

    [Fact]
    public void An_object_file_is_a_resource()
    {
        var files = NestedIpa.Files();
        var program = TestMachO.Named("lld14-library");
        program[12] = 1;
        files[App + "www/main.o"] = program;
        Assert.Equal(program, Resigned(files)[App + "www/main.o"]);
    }

    [Theory]
    [InlineData("Frameworks/Ink.framework/Versions/A/Ink", IpaFault.Versioned)]
    [InlineData("Frameworks/Ink.framework/Ink", IpaFault.Info)]
    [InlineData("PlugIns/Ink.appex/Ink", IpaFault.Info)]
    [InlineData("PlugIns/Ink.xctest/Ink", IpaFault.Info)]
    [InlineData("AppClips/Clip.app/Clip", IpaFault.NestedApp)]
    public void A_bundle_that_no_device_takes_is_refused(string name, IpaFault fault)
    {
        var files = NestedIpa.Files();
        files[App + name] = TestMachO.Named("lld14-library");
        Assert.Equal(fault, Assert.Throws<IpaException>(() => Resigned(files)).Fault);
        Assert.False(File.Exists(_folder["out.ipa"]));
    }

    [Theory]
    [InlineData("foo", "foo")]
    [InlineData("a/libfoo.dylib", "libfoo")]
    [InlineData("libfoo.1.dylib", "libfoo.1")]
    [InlineData("libfoo.1.2.3.dylib", "libfoo.1")]
    [InlineData("foo0.1.2.dylib", "foo0")]
    [InlineData("foo.1.2", "foo.1")]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData(".hidden", ".hidden")]
    public void The_identifier_of_a_file_is_that_of_codesign(string path, string identifier) =>
        Assert.Equal(identifier, BundleExecutable.IdentifierOf(path));

    private SortedDictionary<string, byte[]> Resigned(SortedDictionary<string, byte[]> files)
    {
        File.WriteAllBytes(_folder["in.ipa"], HandIpa.Pack(files));
        File.Delete(_folder["out.ipa"]);
        IpaResigner.Resign(_folder["in.ipa"], _folder["out.ipa"], NestedIpa.Options(), CancellationToken.None);
        using var file = File.OpenRead(_folder["out.ipa"]);
        var zip = ZipReader.Open(file, ZipReadLimits.ForPackages);
        var signed = new SortedDictionary<string, byte[]>(zip.Entries.ToDictionary(e => e.Name, zip.ReadEntry, StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Empty(Verify(signed));
        var judged = Judge(_folder["out.ipa"]);
        Assert.True(judged.ExitCode == 0, judged.ToString());
        return signed;
    }

    private void AssertUnsignedIsFound(SortedDictionary<string, byte[]> signed, string name, string program)
    {
        var changed = new SortedDictionary<string, byte[]>(signed, StringComparer.Ordinal) { [name] = TestMachO.Named(program) };
        var place = name.EndsWith("/Ink", StringComparison.Ordinal) ? name[..^"Ink".Length] : name;
        Assert.Contains(Verify(changed), f => f.Where == place && f.Check is IpaCheck.MachO or IpaCheck.CodeDirectory);
        Assert.Contains($": {place[App.Length..]}: ", Judge(_folder.Add("check.ipa", HandIpa.Pack(changed))).Output, StringComparison.Ordinal);
    }

    private static IReadOnlyList<IpaFinding> Verify(SortedDictionary<string, byte[]> files)
    {
        using var stream = new MemoryStream(HandIpa.Pack(files));
        return IpaVerifier.Verify(stream, NestedIpa.Time).Findings;
    }

    private ToolResult Judge(string package)
    {
        var root = _folder.Add("root.pem", AppleIdentity.Of2026.Read("root.pem"));
        return ExternalTool.Run("/usr/bin/python3", Repository.PathOf("tests/outsiders/ipa_check.py"), package, "--root", root, "--now", $"{NestedIpa.Time:yyyy-MM-ddTHH:mm:ssZ}");
    }

    private static CodeDirectory Directory(byte[] program)
    {
        var place = MachOReader.Read(program).Signature!;
        return EmbeddedSignature.Read(program.AsMemory((int)place.Offset, (int)place.Size)).CodeDirectories[0];
    }
}
