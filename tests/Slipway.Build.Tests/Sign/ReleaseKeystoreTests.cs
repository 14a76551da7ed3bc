using Slipway.Build.Sign;
using Slipway.Formats.Keys;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Sign;

public sealed class ReleaseKeystoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryApp _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Credentials_never_overwrite_and_are_readable_for_their_owner_only()
    {
        var request = new ReleaseKeystoreRequest(_folder["new.p12"], "a", "CN=Me, O=Us", "123456", 10, KeyAlgorithm.EcP256);
        Assert.Equal(64, ReleaseKeystore.Create(request, Now).Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(request.Path));
        Assert.Equal(KeyProblems.Exists, Assert.Throws<ProblemException>(() => ReleaseKeystore.Create(request, Now)).Problems[0].Kind);
        Assert.Equal(KeyProblems.PasswordShort, Assert.Throws<ProblemException>(() => ReleaseKeystore.Create(request with { Path = _folder["b"], Password = "12345" }, Now)).Problems[0].Kind);
        Assert.Equal(KeyProblems.SubjectInvalid, Assert.Throws<ProblemException>(() => ReleaseKeystore.Create(request with { Path = _folder["b"], Subject = "nobody" }, Now)).Problems[0].Kind);
    }
}
