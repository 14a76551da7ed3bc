using System.Buffers.Binary;
using System.Diagnostics;
using Slipway.Formats.CodeSignature.Verification;
using Slipway.Formats.Ipa;
using Slipway.Formats.MachO;
using Slipway.Formats.Tests.CodeSignature.Verification;
using Slipway.Formats.Tests.Provisioning;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.Ipa;

public sealed class IpaResignerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_package_with_nested_code_is_signed_so_that_both_verifiers_accept_it_and_find_a_flipped_byte()
    {
        var signed = Resign(NestedIpa.Files());
        using (var file = File.OpenRead(signed))
            Assert.Empty(IpaVerifier.Verify(file, NestedIpa.Time).Findings);
        var root = _folder.Add("root.pem", AppleIdentity.Of2026.Read("root.pem"));
        string[] check = [Repository.PathOf("tests/outsiders/ipa_check.py"), signed, "--root", root, "--now", $"{NestedIpa.Time:yyyy-MM-ddTHH:mm:ssZ}", "--json"];
        ExternalTool.RunWell("/usr/bin/python3", check);
        var files = Unpack(signed);
        files[NestedIpa.Framework + "Paper"][0x4000] ^= 1;
        File.WriteAllBytes(signed, HandIpa.Pack(files));
        Assert.NotEqual(0, ExternalTool.Run("/usr/bin/python3", check).ExitCode);
        using var broken = File.OpenRead(signed);
        Assert.Contains(IpaVerifier.Verify(broken, NestedIpa.Time).Findings, f => f.Check == IpaCheck.Pages);
    }

    [Fact]
    public void What_belongs_to_the_old_signature_goes_and_nested_ids_follow_the_new_one()
    {
        var files = Unpack(Resign(NestedIpa.Files()));
        Assert.DoesNotContain(files.Keys, name => name.Contains("SC_Info/", StringComparison.Ordinal) || name.EndsWith("CodeDirectory", StringComparison.Ordinal));
        Assert.Equal(NestedIpa.Info(AppleIdentity.BundleId + ".share", "Share"), files[NestedIpa.Extension + "Info.plist"]);
        Assert.Equal(NestedIpa.Info("org.example.paper", "Paper"), files[NestedIpa.Framework + "Info.plist"]);
        Assert.Equal(AppleIdentity.Of2026.Profile("wildcard"), files[NestedIpa.App + "embedded.mobileprovision"]);
        Assert.Equal(new[] { AppleIdentity.BundleId + ".share" }, IpaResigner.Identify(_folder["out.ipa"]).Extensions);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_and_signing_again_changes_nothing()
    {
        var first = File.ReadAllBytes(Resign(NestedIpa.Files()));
        Assert.Equal(first, File.ReadAllBytes(Resign(NestedIpa.Files())));
        IpaResigner.Resign(_folder["out.ipa"], _folder["again.ipa"], NestedIpa.Options(), CancellationToken.None);
        Assert.Equal(first, File.ReadAllBytes(_folder["again.ipa"]));
    }

    [Fact]
    public void Unchanged_entries_keep_their_packed_bytes_and_programs_their_mode()
    {
        foreach (var (name, content) in NestedIpa.Files())
            _folder.Add(Path.Combine("tree", name), content);
        File.SetUnixFileMode(Path.Combine(_folder["tree"], NestedIpa.Framework, "Paper"), (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(Path.Combine(_folder["tree"], NestedIpa.App, "PkgInfo"), (UnixFileMode)0b111_101_101);
        ExternalTool.Run(new ProcessStartInfo("zip", ["-q", "-9", "-r", "-X", _folder["in.ipa"], "."]) { WorkingDirectory = _folder["tree"] }).Well();
        IpaResigner.Resign(_folder["in.ipa"], _folder["out.ipa"], NestedIpa.Options(), CancellationToken.None);
        using var before = File.OpenRead(_folder["in.ipa"]);
        using var after = File.OpenRead(_folder["out.ipa"]);
        var (old, signed) = (ZipReader.Open(before, ZipReadLimits.ForPackages), ZipReader.Open(after, ZipReadLimits.ForPackages));
        foreach (var name in new[] { NestedIpa.App + "www/index.html", NestedIpa.App + "PkgInfo", NestedIpa.Framework + "texture.txt", "iTunesMetadata.plist" })
            Assert.Equal(Packed(old, name), Packed(signed, name));
        Assert.Equal(
            new[] { NestedIpa.App + "Notes", NestedIpa.App + "PkgInfo", NestedIpa.Extension + "Share", NestedIpa.Framework + "Paper" }.Order(StringComparer.Ordinal),
            signed.Entries.Where(e => e.IsExecutable).Select(e => e.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_a_fat_library_the_slice_for_devices_is_kept_and_said()
    {
        var files = NestedIpa.Files();
        files[NestedIpa.Library] = Fat(MachOImage.Arm64, files[NestedIpa.Library]);
        File.WriteAllBytes(_folder["in.ipa"], HandIpa.Pack(files));
        var result = IpaResigner.Resign(_folder["in.ipa"], _folder["out.ipa"], NestedIpa.Options(), CancellationToken.None);
        Assert.Equal(NestedIpa.Library, Assert.Single(result.Thinned));
        Assert.False(FatBinary.IsFat(Unpack(_folder["out.ipa"])[NestedIpa.Library]));
    }

    [Theory]
    [InlineData(IpaFault.NoApp)]
    [InlineData(IpaFault.SeveralApps)]
    [InlineData(IpaFault.NestedApp)]
    [InlineData(IpaFault.Info)]
    [InlineData(IpaFault.NoExecutable)]
    [InlineData(IpaFault.Code)]
    [InlineData(IpaFault.NoSlice)]
    [InlineData(IpaFault.Simulator)]
    [InlineData(IpaFault.Encrypted)]
    [InlineData(IpaFault.ExtensionProfile)]
    [InlineData(IpaFault.Identifier)]
    [InlineData(IpaFault.Name)]
    public void What_cannot_be_signed_is_refused_and_nothing_is_written(IpaFault expected)
    {
        var files = NestedIpa.Files();
        var options = NestedIpa.Options();
        var program = files[NestedIpa.App + "Notes"];
        switch (expected)
        {
            case IpaFault.NoApp:
                files = new(files.ToDictionary(f => f.Key.Replace("Payload/", "", StringComparison.Ordinal), f => f.Value), StringComparer.Ordinal);
                break;
            case IpaFault.SeveralApps:
                files["Payload/Other.app/Info.plist"] = [];
                break;
            case IpaFault.NestedApp:
                files[NestedIpa.App + "Watch/W.app/Info.plist"] = [];
                break;
            case IpaFault.Info:
                files[NestedIpa.Framework + "Info.plist"] = [1, 2, 3];
                break;
            case IpaFault.NoExecutable:
                files.Remove(NestedIpa.Framework + "Paper");
                break;
            case IpaFault.Code:
                files[NestedIpa.Library] = [1, 2, 3];
                break;
            case IpaFault.NoSlice:
                files[NestedIpa.Library] = Fat(0x01000007, files[NestedIpa.Library]);
                break;
            case IpaFault.Simulator:
                BinaryPrimitives.WriteUInt32LittleEndian(program.AsSpan(Command(program, 0x32) + 8), 7);
                break;
            case IpaFault.Encrypted:
                BinaryPrimitives.WriteUInt32LittleEndian(program.AsSpan(Command(program, 0x2c) + 16), 1);
                break;
            case IpaFault.ExtensionProfile:
                options = options with { BundleId = null };
                break;
            case IpaFault.Identifier:
                options = options with { BundleId = "a_b" };
                break;
            default:
                files[NestedIpa.App + "a\ufffe"] = [];
                break;
        }

        File.WriteAllBytes(_folder["in.ipa"], HandIpa.Pack(files));
        var fault = Assert.Throws<IpaException>(() => IpaResigner.Resign(_folder["in.ipa"], _folder["out.ipa"], options, CancellationToken.None));
        Assert.Equal(expected, fault.Fault);
        Assert.Equal([_folder["in.ipa"]], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_link_is_refused()
    {
        _folder.Add("tree/Payload/Notes.app/Info.plist", NestedIpa.Info(AppleIdentity.BundleId, "Notes"));
        File.CreateSymbolicLink(Path.Combine(_folder["tree"], "Payload/Notes.app/Notes"), "/bin/true");
        ExternalTool.Run(new ProcessStartInfo("zip", ["-q", "-y", "-r", _folder["in.ipa"], "."]) { WorkingDirectory = _folder["tree"] }).Well();
        var fault = Assert.Throws<ZipFaultException>(() => IpaResigner.Resign(_folder["in.ipa"], _folder["out.ipa"], NestedIpa.Options(), CancellationToken.None));
        Assert.Equal(ZipFault.Link, fault.Fault);
    }

    private string Resign(SortedDictionary<string, byte[]> files)
    {
        File.WriteAllBytes(_folder["in.ipa"], HandIpa.Pack(files));
        File.Delete(_folder["out.ipa"]);
        IpaResigner.Resign(_folder["in.ipa"], _folder["out.ipa"], NestedIpa.Options(), CancellationToken.None);
        return _folder["out.ipa"];
    }

    private static Dictionary<string, byte[]> Unpack(string path)
    {
        using var file = File.OpenRead(path);
        var zip = ZipReader.Open(file, ZipReadLimits.ForPackages);
        return zip.Entries.ToDictionary(e => e.Name, zip.ReadEntry, StringComparer.Ordinal);
    }

    private static byte[] Packed(ZipReader zip, string name)
    {
        using var stream = zip.OpenPacked(zip.Find(name)!);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static int Command(byte[] program, uint kind)
    {
        var at = 32;
        while (BinaryPrimitives.ReadUInt32LittleEndian(program.AsSpan(at)) != kind)
            at += BinaryPrimitives.ReadInt32LittleEndian(program.AsSpan(at + 4));
        return at;
    }

    private static byte[] Fat(uint processor, byte[] program)
    {
        const int Start = 0x4000;
        var fat = new byte[Start + program.Length];
        foreach (var (i, value) in ((uint[])[0xcafebabe, 1, processor, 0, Start, (uint)program.Length, 14]).Index())
            BinaryPrimitives.WriteUInt32BigEndian(fat.AsSpan(i * 4), value);
        program.CopyTo(fat, Start);
        return fat;
    }
}
