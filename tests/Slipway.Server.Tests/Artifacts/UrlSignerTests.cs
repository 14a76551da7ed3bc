using Slipway.Server.Artifacts;
using Slipway.Server.Vault;

namespace Slipway.Server.Tests.Artifacts;

public sealed class UrlSignerTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly SettableClock _clock = new();
    private readonly string _line = KeyRing.NewLine();

    [Fact]
    public void An_address_is_valid_until_it_expires()
    {
        var signer = new UrlSigner(KeyRing.Parse(_line, "test"), _clock);
        var query = signer.Sign(Hour, "download", "id");
        Assert.Equal(Hour, Check(signer, query, "download", "id"));
        _clock.Now += Hour - TimeSpan.FromSeconds(1);
        Assert.NotNull(Check(signer, query, "download", "id"));
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(Check(signer, query, "download", "id"));
    }

    [Fact]
    public void It_is_valid_for_nothing_else()
    {
        var signer = new UrlSigner(KeyRing.Parse(_line, "test"), _clock);
        var query = signer.Sign(Hour, "download", "id", "name");
        Assert.NotNull(Check(signer, query, "download", "id", "name"));
        Assert.Null(Check(signer, query, "upload", "id", "name"));
        Assert.Null(Check(signer, query, "download", "idn", "ame"));
        Assert.Null(Check(signer, query, "download", "id"));
    }

    [Fact]
    public void A_key_that_was_replaced_still_opens_what_it_signed_and_a_removed_one_does_not()
    {
        var query = new UrlSigner(KeyRing.Parse(_line, "test"), _clock).Sign(Hour, "download");
        var next = KeyRing.NewLine();
        Assert.NotNull(Check(new UrlSigner(KeyRing.Parse($"{next}\n{_line}", "test"), _clock), query, "download"));
        Assert.Null(Check(new UrlSigner(KeyRing.Parse(next, "test"), _clock), query, "download"));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("1e9", "AAAA")]
    [InlineData("-1", "AAAA")]
    [InlineData("99999999999", "not base64!")]
    public void Nonsense_is_not_valid(string? expires, string? signature) =>
        Assert.Null(new UrlSigner(KeyRing.Parse(_line, "test"), _clock).Check(expires, signature, "download"));

    private static TimeSpan? Check(UrlSigner signer, string query, params string[] what)
    {
        var parts = query.Split('&');
        return signer.Check(parts[0][2..], parts[1][2..], what);
    }

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
