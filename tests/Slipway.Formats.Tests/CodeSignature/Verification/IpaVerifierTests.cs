using System.Buffers.Binary;
using Slipway.Formats.CodeSignature.Verification;
using Slipway.Formats.MachO;

namespace Slipway.Formats.Tests.CodeSignature.Verification;

public sealed class IpaVerifierTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Mutations => [.. IpaMutation.All.Select(m => m.Name)];

    [Fact]
    public void A_sound_package_has_no_finding()
    {
        var verification = Verify(HandIpa.Pack(HandIpa.Files()));
        Assert.Empty(verification.Findings);
        var app = Assert.Single(verification.Bundles);
        Assert.Equal((AppleIdentity.Team, AppleIdentity.BundleId), (app.Directory!.TeamId, app.Directory.Identifier));
        Assert.Equal(3, app.Chain.Count);
        Assert.True(app.Entitlements!.Boolean("get-task-allow"));
        Assert.NotNull(verification.Profile);
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public void A_changed_package_fails_in_the_right_checks(string mutation)
    {
        var (_, make, expected) = IpaMutation.All.Single(m => m.Name == mutation);
        var verification = Verify(make());
        Assert.Equal(expected.Order(), verification.Findings.Select(f => f.Check).Distinct().Order());
    }

    [Fact]
    public void A_certificate_of_a_distributor_does_not_fit_a_profile_of_developers() =>
        Assert.Contains(Verify(HandIpa.Pack(HandIpa.Files("dist"))).Findings, f => f.Check == IpaCheck.ProfileKind && f.Text.Contains("certificate", StringComparison.Ordinal));

    [Fact]
    public void A_missing_translation_is_accepted()
    {
        var files = HandIpa.Files();
        files.Remove(HandIpa.App + "en.lproj/InfoPlist.strings");
        Assert.Empty(Verify(HandIpa.Pack(files)).Findings);
    }

    [Fact]
    public void An_expired_profile_is_told() =>
        Assert.Contains(Verify(HandIpa.Pack(HandIpa.Files(profile: "expired"))).Findings, f => f.Check == IpaCheck.ProfileExpired);

    [Fact]
    public void An_expired_certificate_is_told() =>
        Assert.Contains(Verify(HandIpa.Pack(HandIpa.Files("expired"))).Findings, f => f.Check == IpaCheck.CertificateExpired);

    [Fact]
    public void A_chain_without_its_root_is_told() =>
        Assert.Contains(Verify(HandIpa.Pack(HandIpa.Files("dev-leaf-only"))).Findings, f => f.Check == IpaCheck.Chain);

    [Fact]
    public void A_profile_for_debuggers_and_another_without_differ_in_kind() =>
        Assert.Contains(Verify(HandIpa.Pack(HandIpa.Files(profile: "adhoc"))).Findings, f => f.Check == IpaCheck.ProfileKind);

    [Fact]
    public void A_program_without_a_signature_gives_one_finding_about_it()
    {
        var files = HandIpa.Files();
        var program = files[HandIpa.Executable][..HandSigner.CodeSize];
        var linkEdit = MachOReader.Read(files[HandIpa.Executable]).Segment("__LINKEDIT")!;
        BinaryPrimitives.WriteInt64LittleEndian(program.AsSpan(linkEdit.Command + 48), program.Length - linkEdit.FileOffset);
        program[16] = 3;
        program[20] = 168;
        files[HandIpa.Executable] = program;
        var finding = Assert.Single(Verify(HandIpa.Pack(files)).Findings, f => f.Where == HandIpa.App);
        Assert.Equal((IpaCheck.MachO, "the executable is not signed"), (finding.Check, finding.Text));
    }

    [Fact]
    public void An_archive_without_an_app_is_told() =>
        Assert.Equal(IpaCheck.Structure, Assert.Single(Verify(HandIpa.Pack(new Dictionary<string, byte[]> { ["a.txt"] = [1] })).Findings).Check);

    private static IpaVerification Verify(byte[] ipa) => IpaVerifier.Verify(new MemoryStream(ipa), Now);
}
