using System.Buffers.Binary;
using System.Security.Cryptography;
using Slipway.Formats.CodeSignature.Reading;

namespace Slipway.Formats.Tests.CodeSignature.Reading;

public sealed class EmbeddedSignatureTests
{
    [Fact]
    public void Every_field_of_a_code_directory_is_read()
    {
        var directory = EmbeddedSignature.Read(SignatureBytes.Whole).CodeDirectories[0];
        Assert.Equal((0x20400u, 0u, CodeHashType.Sha256, 4096L), (directory.Version, directory.Flags, directory.HashType, directory.PageSize));
        Assert.Equal((SignatureBytes.Identifier, SignatureBytes.Team, 5000L), (directory.Identifier, directory.TeamId, directory.CodeLimit));
        Assert.Equal((0ul, 16384ul, 0x11ul), (directory.ExecSegmentBase, directory.ExecSegmentLimit, directory.ExecSegmentFlags));
        Assert.Equal((7, 2), (directory.SpecialSlotCount, directory.CodeSlotCount));
        Assert.Equal(SHA256.HashData(SignatureBytes.Directory())[..20], directory.CdHash);
    }

    [Fact]
    public void Special_slots_count_downwards_and_code_slots_upwards()
    {
        var directory = EmbeddedSignature.Read(SignatureBytes.Whole).CodeDirectories[0];
        Assert.Equal(1, directory.SpecialSlot(7).Span[0]);
        Assert.Equal(7, directory.SpecialSlot(1).Span[0]);
        Assert.Equal(8, directory.CodeSlot(0).Span[0]);
        Assert.Equal(9, directory.CodeSlot(1).Span[0]);
    }

    [Fact]
    public void A_slot_of_zeros_is_empty() => Assert.True(EmbeddedSignature.Read(SignatureBytes.Whole).CodeDirectories[0].SpecialSlot(4).IsEmpty);

    [Fact]
    public void A_page_that_is_not_there_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EmbeddedSignature.Read(SignatureBytes.Whole).CodeDirectories[0].CodeSlot(2));

    [Fact]
    public void Alternates_and_the_other_parts_are_named()
    {
        var signature = EmbeddedSignature.Read(SignatureBytes.Whole);
        Assert.Equal(CodeHashType.Sha1, signature.CodeDirectories[1].HashType);
        Assert.Equal("launch constraint on itself", signature.Find(SignatureSlot.LaunchConstraintSelf)!.Name);
        Assert.Equal([0x30, 0], signature.Cms.ToArray());
        Assert.Equal("<plist/>"u8.ToArray(), signature.Entitlements!.Value.ToArray());
        Assert.Equal(SignatureBytes.Der, signature.DerEntitlements!.Value.ToArray());
    }

    [Fact]
    public void The_designated_requirement_is_shown_in_its_language()
    {
        var requirement = Assert.Single(EmbeddedSignature.Read(SignatureBytes.Whole).Requirements!);
        Assert.Equal(Requirement.Designated, requirement.Type);
        Assert.Equal(
            "identifier \"dev.example.app\" and anchor apple generic and certificate leaf[subject.CN] = \"Apple Development: A\""
            + " and certificate 1[field.1.2.840.113635.100.6.2.1] exists",
            requirement.Text);
    }

    [Fact]
    public void An_unknown_condition_is_shown_in_hexadecimal_digits()
    {
        byte[] expression = [0, 0, 0, 1, 0, 0, 0, 99, 0xab, 0xcd];
        var requirements = SignatureBytes.Super(0xfade0c01, (3, SignatureBytes.Blob(0xfade0c00, expression)));
        var signature = EmbeddedSignature.Read(SignatureBytes.Super(0xfade0cc0, (0, SignatureBytes.Directory()), (2, requirements)));
        Assert.Equal("unknown 0x63 H\"abcd\"", signature.Requirements![0].Text);
    }

    [Fact]
    public void Padding_behind_the_signature_is_allowed() =>
        Assert.Equal(7, EmbeddedSignature.Read(SignatureBytes.Whole.Concat(new byte[500]).ToArray()).Blobs.Count);

    [Fact]
    public void A_signature_that_ends_early_is_refused_at_every_length()
    {
        var whole = SignatureBytes.Whole;
        for (var length = 0; length < whole.Length; length++)
            Assert.Throws<MalformedInputException>(() => EmbeddedSignature.Read(whole.AsMemory(0, length)));
    }

    [Fact]
    public void A_type_that_is_there_twice_is_refused() =>
        Refused("two parts", SignatureBytes.Super(0xfade0cc0, (0, SignatureBytes.Directory()), (0, SignatureBytes.Directory())));

    [Fact]
    public void A_hash_type_that_is_there_twice_is_refused() =>
        Refused("same kind of hash", SignatureBytes.Super(0xfade0cc0, (0, SignatureBytes.Directory()), (0x1000, SignatureBytes.Directory())));

    [Fact]
    public void A_signature_without_a_code_directory_is_refused() =>
        Refused("no code directory", SignatureBytes.Super(0xfade0cc0, (2, SignatureBytes.Requirements)));

    [Fact]
    public void Parts_that_overlap_are_refused()
    {
        var whole = SignatureBytes.Whole;
        whole.AsSpan(16, 4).CopyTo(whole.AsSpan(24));
        Refused("overlap", whole);
    }

    [Fact]
    public void A_slot_count_beyond_the_directory_is_refused()
    {
        var directory = SignatureBytes.Directory();
        BinaryPrimitives.WriteUInt32BigEndian(directory.AsSpan(28), uint.MaxValue);
        Refused("outside its bounds", SignatureBytes.Super(0xfade0cc0, (0, directory)));
    }

    [Fact]
    public void A_requirement_that_is_nested_deeply_is_refused()
    {
        byte[] expression = [0, 0, 0, 1, .. Enumerable.Repeat(new byte[] { 0, 0, 0, 9 }, 100_000).SelectMany(w => w)];
        var requirements = SignatureBytes.Super(0xfade0c01, (3, SignatureBytes.Blob(0xfade0c00, expression)));
        Refused("too deeply", SignatureBytes.Super(0xfade0cc0, (0, SignatureBytes.Directory()), (2, requirements)));
    }

    private static void Refused(string reason, byte[] signature) =>
        Assert.Contains(reason, Assert.Throws<MalformedInputException>(() => EmbeddedSignature.Read(signature)).Reason, StringComparison.Ordinal);
}
