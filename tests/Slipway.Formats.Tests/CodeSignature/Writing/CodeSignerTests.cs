using System.Buffers.Binary;
using System.Security.Cryptography;
using Slipway.Formats.CodeSignature.Reading;
using Slipway.Formats.CodeSignature.Writing;
using Slipway.Formats.MachO;
using Slipway.Formats.Plist;
using Slipway.Formats.Tests.ApkSigning;
using Slipway.Formats.Tests.MachO;

namespace Slipway.Formats.Tests.CodeSignature.Writing;

public sealed class CodeSignerTests
{
    private const int Page = 16384;

    public static TheoryData<string> Programs => TestMachO.Names;

    [Theory]
    [MemberData(nameof(Programs))]
    public void Every_page_and_every_bound_file_is_hashed(string program)
    {
        var file = SignedPrograms.Sign(program);
        var directory = Assert.Single(Signature(file).CodeDirectories);
        var limit = (int)MachOReader.Read(file).Signature!.Offset;
        Assert.Equal((limit, Page, 7), (directory.CodeLimit, directory.PageSize, directory.SpecialSlotCount));
        Assert.Equal((limit + Page - 1) / Page, directory.CodeSlotCount);
        for (var page = 0; page < directory.CodeSlotCount; page++)
            Assert.Equal(SHA256.HashData(file.AsSpan(page * Page, Math.Min(Page, limit - (page * Page)))), directory.CodeSlot(page).ToArray());
        Assert.Equal(SHA256.HashData(SignedPrograms.Input.InfoPlist!.Value.Span), directory.SpecialSlot(1).ToArray());
        Assert.Equal(SHA256.HashData(SignedPrograms.Input.CodeResources!.Value.Span), directory.SpecialSlot(3).ToArray());
        foreach (var (number, slot) in new[] { (2, SignatureSlot.Requirements), (5, SignatureSlot.Entitlements), (7, SignatureSlot.DerEntitlements) })
            Assert.Equal(SHA256.HashData(Signature(file).Find(slot)!.Bytes.Span), directory.SpecialSlot(number).ToArray());
    }

    [Fact]
    public void The_directory_names_who_and_what()
    {
        var file = SignedPrograms.Sign("lld14");
        var directory = Signature(file).CodeDirectories[0];
        var text = MachOReader.Read(file).Segment("__TEXT")!;
        Assert.Equal((AppleIdentity.BundleId, AppleIdentity.Team, 0x20400u, 0u), (directory.Identifier, directory.TeamId, directory.Version, directory.Flags));
        Assert.Equal((0ul, (ulong)text.FileSize, 0x11ul), (directory.ExecSegmentBase, directory.ExecSegmentLimit, directory.ExecSegmentFlags));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Signing_again_gives_the_same_bytes(string program)
    {
        var once = SignedPrograms.Sign(program);
        Assert.Equal(once, CodeSigner.Sign(once, SignedPrograms.Input, SignedPrograms.Options));
        Assert.Equal(once, SignedPrograms.Sign(program));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void The_layout_after_signing_is_sound(string program)
    {
        var before = MachOReader.Read(TestMachO.Named(program));
        var file = SignedPrograms.Sign(program);
        var image = MachOReader.Read(file);
        var linkEdit = image.Segment("__LINKEDIT")!;
        Assert.Equal(0, image.Signature!.Offset % 16);
        Assert.Equal(file.Length, image.Signature.End);
        Assert.Equal(file.Length, linkEdit.FileOffset + linkEdit.FileSize);
        Assert.Equal(0ul, linkEdit.MemorySize % Page);
        Assert.True(linkEdit.MemorySize >= (ulong)linkEdit.FileSize);
        Assert.Equal(before.Commands.Count + (before.Signature is null ? 1 : 0), image.Commands.Count);
    }

    [Fact]
    public void A_framework_has_no_entitlements()
    {
        var input = SignedPrograms.Input with { Entitlements = null, IsMainExecutable = false };
        var signature = Signature(CodeSigner.Sign(TestMachO.Named("lld14-library"), input, SignedPrograms.Options));
        Assert.Equal((3, 0ul), (signature.CodeDirectories[0].SpecialSlotCount, signature.CodeDirectories[0].ExecSegmentFlags));
        Assert.Null(signature.Find(SignatureSlot.Entitlements));
        Assert.Null(signature.Find(SignatureSlot.DerEntitlements));
    }

    [Fact]
    public void What_is_not_there_has_an_empty_slot()
    {
        var input = SignedPrograms.Input with { InfoPlist = null, CodeResources = null };
        var directory = Signature(CodeSigner.Sign(TestMachO.Named("lld14"), input, SignedPrograms.Options)).CodeDirectories[0];
        Assert.All([1, 3, 4, 6], slot => Assert.True(directory.SpecialSlot(slot).IsEmpty));
        Assert.All([2, 5, 7], slot => Assert.False(directory.SpecialSlot(slot).IsEmpty));
    }

    [Fact]
    public void Both_forms_of_the_entitlements_say_the_same()
    {
        var signature = Signature(SignedPrograms.Sign("lld14"));
        Assert.Equal(SignedPrograms.Entitlements, EntitlementDer.Read(signature.DerEntitlements!.Value).Content);
        Assert.Equal(SignedPrograms.Entitlements, PlistReader.Read(signature.Entitlements!.Value));
    }

    [Fact]
    public void Only_the_envelope_depends_on_the_time()
    {
        var first = SignedPrograms.Sign("lld14");
        var second = CodeSigner.Sign(TestMachO.Named("lld14"), SignedPrograms.Input, SignedPrograms.Options with { SigningTime = SignedPrograms.Time.AddDays(1) });
        Assert.Equal(first.Length, second.Length);
        var envelope = (int)MachOReader.Read(first).Signature!.Offset + Signature(first).Blobs.TakeWhile(b => b.Slot != SignatureSlot.Cms).Sum(b => b.Bytes.Length);
        Assert.Equal(first.AsSpan(0, envelope), second.AsSpan(0, envelope));
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Code_that_a_store_encrypted_is_refused()
    {
        var file = TestMachO.Named("lld14");
        var command = MachOReader.Read(file).Commands.First(c => c.Kind == 0x2c).Offset;
        file[command + 16] = 1;
        Refused(CodeSigningFault.Encrypted, file, SignedPrograms.Input, SignedPrograms.Options);
    }

    [Fact]
    public void A_file_without_room_for_a_load_command_is_refused()
    {
        var file = TestMachO.Named("lld14");
        file[MachOReader.Read(file).CommandsEnd + 3] = 1;
        Refused(CodeSigningFault.NoRoom, file, SignedPrograms.Input, SignedPrograms.Options);
    }

    [Fact]
    public void Bytes_behind_the_last_segment_are_refused() =>
        Refused(CodeSigningFault.UnsuitableLayout, [.. TestMachO.Named("lld14"), 1], SignedPrograms.Input, SignedPrograms.Options);

    [Fact]
    public void Tables_behind_an_old_signature_are_not_cut_off()
    {
        var file = TestMachO.Named("lld14-adhoc");
        var image = MachOReader.Read(file);
        var starts = image.Commands.First(c => c.Kind == 0x26).Offset;
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(starts + 8), (int)image.Signature!.Offset);
        Refused(CodeSigningFault.UnsuitableLayout, file, SignedPrograms.Input, SignedPrograms.Options);
    }

    [Fact]
    public void Entitlements_that_cannot_be_expressed_are_refused()
    {
        PlistValue[] values = [new PlistReal(1.5), new PlistDate(SignedPrograms.Time), new PlistString("\0"), new PlistString("\ud800")];
        Assert.All(values, value => Refused(
            CodeSigningFault.UnsupportedEntitlement, TestMachO.Named("lld14"), SignedPrograms.Input with { Entitlements = new PlistDictionary([new("a", value)]) }, SignedPrograms.Options));
    }

    [Fact]
    public void Unsuitable_keys_are_refused()
    {
        Refused(CodeSigningFault.UnsupportedKey, TestMachO.Named("lld14"), SignedPrograms.Input, new CodeSigningOptions(TestKeys.P256, SignedPrograms.Time));
        Refused(CodeSigningFault.IncompleteChain, TestMachO.Named("lld14"), SignedPrograms.Input, new CodeSigningOptions(TestKeys.Rsa, SignedPrograms.Time));
    }

    [Fact]
    public void Large_code_is_hashed_like_small_code()
    {
        var code = RandomNumberGenerator.GetBytes((5 << 20) + 77);
        var builder = new CodeDirectoryBuilder { Identifier = "a", TeamId = null, ExecutableSegment = (0, 0), IsMainExecutable = false, AllowsDebugging = false };
        var hashes = builder.Build(code).AsSpan(90);
        for (var page = 0; page * Page < code.Length; page++)
            Assert.Equal(SHA256.HashData(code.AsSpan(page * Page, Math.Min(Page, code.Length - (page * Page)))), hashes.Slice(page * 32, 32));
    }

    private static void Refused(CodeSigningFault fault, byte[] file, CodeSignatureInput input, CodeSigningOptions options) =>
        Assert.Equal(fault, Assert.Throws<CodeSigningException>(() => CodeSigner.Sign(file, input, options)).Fault);

    private static EmbeddedSignature Signature(byte[] file)
    {
        var range = MachOReader.Read(file).Signature!;
        return EmbeddedSignature.Read(file.AsMemory((int)range.Offset, (int)range.Size));
    }
}
