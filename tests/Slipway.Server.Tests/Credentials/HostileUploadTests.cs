using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;
using Slipway.Server.Credentials;

namespace Slipway.Server.Tests.Credentials;

/// <summary>Files that were damaged on purpose are taken or refused with a code; nothing else comes out.</summary>
public sealed class HostileUploadTests
{
    private const int Rounds = 150;

    // The clock by which keytool and openssl make the files.
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData(CredentialKind.Keystore, "PKCS12")]
    [InlineData(CredentialKind.Keystore, "JKS")]
    [InlineData(CredentialKind.Certificate, "dev.p12")]
    [InlineData(CredentialKind.Profile, "development.mobileprovision")]
    public void Flipped_bytes_cut_ends_and_repeated_parts_are_taken_or_refused_with_a_code(CredentialKind kind, string name)
    {
        var original = kind == CredentialKind.Keystore ? KeytoolKeystore.Make(AppleIdentity.Password, name) : AppleIdentity.Today.Read(name);
        var random = new Random(20261126);
        var (taken, refused) = (0, 0);
        CredentialRules.Check(kind, "it", Content(original), Now);
        for (var i = 0; i < Rounds; i++)
        {
            var damaged = Damage(random, original);
            try
            {
                CredentialRules.Check(kind, "it", Content(damaged), Now);
                taken++;
            }
            catch (ProblemException e)
            {
                Assert.All(e.Problems.Where(p => p.Severity == Severity.Error), p => Assert.Matches("^SLW-(SIG|FIL)-4", p.Code));
                refused++;
            }
        }

        Assert.Equal(Rounds, taken + refused);
        Assert.True(refused > Rounds / 2, $"{refused} of {Rounds} were refused.");
    }

    private static CredentialContent Content(byte[] bytes) => new() { Content = bytes, Password = AppleIdentity.Password };

    private static byte[] Damage(Random random, byte[] original)
    {
        var bytes = original.ToArray();
        switch (random.Next(4))
        {
            case 0:
                return bytes[..random.Next(1, bytes.Length)];
            case 1:
                var (from, to) = (random.Next(bytes.Length), random.Next(bytes.Length));
                var length = random.Next(1, Math.Min(64, bytes.Length - Math.Max(from, to)) + 1);
                bytes.AsSpan(from, length).CopyTo(bytes.AsSpan(to));
                return bytes;
            default:
                // The front has the structure; further behind is mostly noise.
                for (var n = random.Next(1, 4); n > 0; n--)
                    bytes[random.Next(2) == 0 ? random.Next(Math.Min(200, bytes.Length)) : random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
        }
    }
}
