using System.Security.Cryptography;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Tests.Gateways;

public sealed class MachineIdentityTests : IDisposable
{
    private static readonly Uri Service = new("https://builder.example.com");

    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-identity-").FullName;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly MachineIdentityStore _store;

    public MachineIdentityTests() => _store = new MachineIdentityStore(Path.Combine(_folder, "identities"));

    private MachineIdentity Identity => new(Service.AbsoluteUri, Guid.NewGuid(), Guid.NewGuid(), "ctl-01", ["FrontEnd", "DeploymentController"], DateTimeOffset.UnixEpoch) { PrivateKey = Convert.ToBase64String(_key.ExportPkcs8PrivateKey()) };

    public void Dispose()
    {
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void It_is_kept_for_each_service_and_for_its_owner_only()
    {
        Assert.Null(_store.Find(Service));
        var identity = Identity;
        _store.Save(Service, identity);
        var found = _store.Find(new Uri("https://builder.example.com:443/"))!;
        Assert.Equal((identity.MachineId, identity.PrivateKey), (found.MachineId, found.PrivateKey));
        Assert.Null(_store.Find(new Uri("https://builder.example.com:8443")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_store.FileOf(Service)));
        _store.Save(Service, Identity);
        Assert.NotEqual(identity.MachineId, _store.Find(Service)!.MachineId);
    }

    [Fact]
    public void A_file_that_others_can_read_is_not_used_nor_one_that_is_damaged()
    {
        _store.Save(Service, Identity);
        File.SetUnixFileMode(_store.FileOf(Service), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Assert.Equal("SLW-ENV-40003", Assert.Throws<ProblemException>(() => _store.Find(Service)).Problems[0].Code);
        File.SetUnixFileMode(_store.FileOf(Service), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(_store.FileOf(Service), "{");
        Assert.Equal("SLW-ENV-40003", Assert.Throws<ProblemException>(() => _store.Find(Service)).Problems[0].Code);
        var damaged = Identity with { PrivateKey = "AAAA" };
        Assert.Equal("SLW-ENV-40003", Assert.Throws<ProblemException>(damaged.OpenKey).Problems[0].Code);
    }

    [Fact]
    public void Its_text_does_not_tell_the_key()
    {
        var identity = Identity;
        Assert.DoesNotContain(identity.PrivateKey, $"{identity}", StringComparison.Ordinal);
    }

    [Fact]
    public void An_enrolment_proves_that_the_private_key_is_there()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var large = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var request = EnrolmentRequest.Of("code", _key);
        Assert.Equal(_key.ExportSubjectPublicKeyInfo(), request.ProvenKey());
        Assert.Null((request with { Code = "other" }).ProvenKey());
        Assert.Null((request with { PublicKey = Convert.ToBase64String(other.ExportSubjectPublicKeyInfo()) }).ProvenKey());
        Assert.Null((request with { PublicKey = "not base64" }).ProvenKey());
        Assert.Null((request with { Proof = "" }).ProvenKey());
        Assert.Null(EnrolmentRequest.Of("code", large).ProvenKey());
    }
}
