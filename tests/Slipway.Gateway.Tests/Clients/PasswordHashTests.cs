using System.Text;
using Slipway.Gateway.Clients;

namespace Slipway.Gateway.Tests.Clients;

/// <summary>Hashes that others made: openssl passwd, and crypt(3) of the system by way of Python.</summary>
public sealed class PasswordHashTests
{
    // Lengths around the sizes of blocks, and letters outside of ASCII.
    private static readonly string[] Passwords =
    [
        "x", "hunter2", "fifteen letters", "sixteen letters!", "pässwörd €", new string('a', 31), new string('b', 32), new string('c', 33), new string('d', 64), new string('e', 65), new string('f', 100),
    ];

    [Theory]
    [InlineData("-apr1")]
    [InlineData("-5")]
    [InlineData("-6")]
    public void What_openssl_writes_is_recognised_and_nothing_else(string form)
    {
        using var folder = new TemporaryFolder();
        Check(ExternalTool.RunWell("openssl", "passwd", form, "-in", folder.Add("passwords", string.Join('\n', Passwords) + "\n")));
    }

    [Theory]
    [InlineData("crypt.mksalt(crypt.METHOD_BLOWFISH, rounds=16)")]
    [InlineData("crypt.mksalt(crypt.METHOD_BLOWFISH, rounds=16).replace('$2b$', '$2y$')")]
    [InlineData("crypt.mksalt(crypt.METHOD_SHA512, rounds=1000)")]
    [InlineData("crypt.mksalt(crypt.METHOD_SHA256, rounds=1234)")]
    public void What_the_system_writes_is_recognised_and_nothing_else(string salt) =>
        Check(ExternalTool.RunWell("python3", ["-W", "ignore", "-c", $"import crypt, sys\nfor p in sys.argv[1:]: print(crypt.crypt(p, {salt}))", .. Passwords]));

    [Fact]
    public void The_oldest_form_of_htpasswd_is_recognised()
    {
        // Base64 of SHA-1.
        var hash = PasswordHash.Parse("{SHA}" + ExternalTool.RunWell("sh", "-c", "printf %s hunter2 | openssl dgst -sha1 -binary | openssl base64").Trim());
        Assert.True(hash.Fits("hunter2"u8.ToArray()));
        Assert.False(hash.Fits("hunter3"u8.ToArray()));
    }

    [Theory]
    [InlineData("hunter2")]
    [InlineData("")]
    [InlineData("$1$salt$x")]
    [InlineData("$apr1$$ktP12QJVbhTCNe1IPH2BUT")]
    [InlineData("$6$salt$short")]
    [InlineData("$6$rounds=999999999$salt$short")]
    [InlineData("$2y$31$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyz012345678")]
    [InlineData("$2y$xx$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyz012345678")]
    [InlineData("{SHA}short")]
    public void What_is_no_hash_or_takes_too_long_is_refused_and_not_repeated(string text)
    {
        var refusal = Assert.Throws<FormatException>(() => PasswordHash.Parse(text));
        Assert.True(text.Length == 0 || !refusal.Message.Contains(text, StringComparison.Ordinal));
    }

    private static void Check(string output)
    {
        var hashes = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Passwords.Length, hashes.Length);
        for (var i = 0; i < hashes.Length; i++)
        {
            var hash = PasswordHash.Parse(hashes[i]);
            Assert.True(hash.Fits(Encoding.UTF8.GetBytes(Passwords[i])), $"{Passwords[i]}: {hashes[i]}");
            Assert.False(hash.Fits(Encoding.UTF8.GetBytes("y" + Passwords[i])));
            Assert.False(hash.Fits([]));
        }
    }
}
