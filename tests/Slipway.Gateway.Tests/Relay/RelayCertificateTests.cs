namespace Slipway.Gateway.Tests.Relay;

/// <summary>Certificates of both sides, judged by openssl and curl.</summary>
public sealed class RelayCertificateTests : IAsyncLifetime
{
    private readonly TestAuthority _authority = new();
    private readonly TestAuthority _people = new("People");
    private readonly RawService _builder = new();
    private readonly TemporaryFolder _folder = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _builder.DisposeAsync();
        _authority.Dispose();
        _people.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_certificate_is_read_again_when_its_files_change_and_kept_when_they_do_not_fit()
    {
        var (firstCertificate, firstKey) = _authority.Server("localhost", "127.0.0.1");
        var (secondCertificate, secondKey) = _authority.Server("127.0.0.1", "relay.example.com");
        var (certificate, key) = (_folder["tls.pem"], _folder["tls.key"]);
        File.Copy(firstCertificate, certificate);
        File.Copy(firstKey, key);
        await using var relay = await RelayUnderTest.StartAsync(_authority, _builder.Address, settings => settings with { Certificate = certificate, Key = key });
        Assert.Contains("CN = localhost", Shown(relay), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/2 421", relay.Curl("/health/live", "-H", "Host: relay.example.com").All, StringComparison.Ordinal);

        Replace(certificate, secondCertificate);
        Assert.Equal("SLW-GTW-40101", Assert.Single((await relay.NextAsync()).Problems).Code);
        Assert.Contains("CN = localhost", Shown(relay), StringComparison.Ordinal);

        Replace(key, secondKey);
        while ((await relay.NextAsync()).Problems.Count > 0)
        {
            // A key that came a moment after its certificate is looked at again.
        }

        Assert.Contains("CN = 127.0.0.1", Shown(relay), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/2 200", relay.Curl("/health/live", "-H", "Host: relay.example.com").All, StringComparison.Ordinal);

        File.Delete(key);
        Assert.Equal("SLW-GTW-40101", Assert.Single((await relay.NextAsync()).Problems).Code);
        Assert.Contains("CN = 127.0.0.1", Shown(relay), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificates_are_watched_on_whatever_a_look_at_them_fails_with()
    {
        var (first, firstKey) = _authority.Server("localhost", "127.0.0.1");
        var (certificate, key) = (_folder["tls.pem"], _folder["tls.key"]);
        File.Copy(first, certificate);
        File.Copy(firstKey, key);
        await using var relay = await RelayUnderTest.StartAsync(
            _authority, _builder.Address, settings => settings with { Certificate = certificate, Key = key }, _ => throw new InvalidOperationException("nobody listens"));
        File.WriteAllText(key, "none");
        Assert.NotEmpty((await relay.NextAsync()).Problems);
        Replace(key, firstKey);
        while ((await relay.NextAsync()).Problems.Count > 0)
        {
            // A key that came a moment after its certificate is looked at again.
        }

        await relay.EndAsync();
    }

    // As clients of ACME do: whoever reads the file has the old one or the new one. A copy would hold a lock on it, too.
    private static void Replace(string file, string source)
    {
        var fresh = file + ".new";
        File.Copy(source, fresh);
        File.Move(fresh, file, overwrite: true);
    }

    [Theory]
    [InlineData("-tls1_1", false)]
    [InlineData("-tls1_2", true)]
    [InlineData("-tls1_3", true)]
    public async Task Old_versions_of_tls_are_not_spoken(string version, bool spoken)
    {
        await using var relay = await RelayUnderTest.StartAsync(_authority, _builder.Address);
        var (code, output) = Connect(relay.Address.Authority, version);
        Assert.True(spoken == (code == 0 && output.Contains("Verify return code: 0 (ok)", StringComparison.Ordinal)), output);
        if (spoken)
            return;

        // The same openssl speaks the old version with a server that does.
        var (certificate, key) = _authority.Server("localhost");
        using var server = StartedProcess.Start("openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-cipher", "ALL:@SECLEVEL=0", "-tls1_1", "-www");
        var old = Connect(server.Line("ACCEPT ")[7..].Trim(), version);
        Assert.True(old.ExitCode == 0, old.All);
    }

    [Fact]
    public async Task Who_shows_a_certificate_is_named_to_the_builder_and_nobody_else_can_be()
    {
        await using var relay = await RelayUnderTest.StartAsync(_authority, _builder.Address, settings => settings with { ClientAuthority = _people.File });
        Assert.StartsWith("HTTP/2 200", As(relay, _people.Person("Ana Silva", "ana@example.com"), "-H", "Slipway-Person: boss"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/2 200", As(relay, _people.Person("Zoë 100%")), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/2 200", relay.Curl("/health/live", "-H", "Slipway-Person: boss").All, StringComparison.Ordinal);
        Assert.Equal(["Slipway-Person: ana@example.com", "Slipway-Person: Zo%C3%AB 100%25", null], _builder.Heads.Select(PersonOf));
        Assert.DoesNotContain("HTTP/2 200", As(relay, new TestAuthority("Strangers").Person("Eve")), StringComparison.Ordinal);
        Assert.DoesNotContain("HTTP/2 200", As(relay, _people.Person("Old", expired: true)), StringComparison.Ordinal);
        Assert.DoesNotContain("HTTP/2 200", As(relay, _people.Server("server.example.com")), StringComparison.Ordinal);
        Assert.Equal(3, _builder.Heads.Count);
        Assert.Equal(["ana@example.com", "Zo%C3%AB 100%25", null], (await relay.EndAsync()).Select(line => line.GetProperty("person").GetString()));
    }

    [Fact]
    public async Task Without_a_certificate_nobody_comes_in_where_one_is_required()
    {
        await using var relay = await RelayUnderTest.StartAsync(_authority, _builder.Address, settings => settings with { ClientAuthority = _people.File, ClientCertificateRequired = true });
        Assert.NotEqual(0, relay.Curl("/health/live").ExitCode);
        Assert.Empty(_builder.Heads);
        Assert.StartsWith("HTTP/2 200", As(relay, _people.Person("Ana")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.0/8", "Slipway-Person: ana")]
    [InlineData("10.0.0.0/8", null)]
    public async Task A_header_is_believed_from_sources_that_are_trusted(string network, string? person)
    {
        await using var relay = await RelayUnderTest.StartAsync(_authority, _builder.Address, settings => settings with { PersonHeader = "X-Remote-User", PersonSources = [System.Net.IPNetwork.Parse(network)] });
        relay.Curl("/health/live", "-H", "X-Remote-User: ana", "-H", "Slipway-Person: boss");
        Assert.Equal(person, PersonOf(Assert.Single(_builder.Heads)));
    }

    private static string? PersonOf(string head) => head.Split("\r\n").SingleOrDefault(line => line.StartsWith("Slipway-Person:", StringComparison.OrdinalIgnoreCase));

    private static string As(RelayUnderTest relay, (string Certificate, string Key) who, params string[] options) =>
        relay.Curl("/health/live", ["--cert", who.Certificate, "--key", who.Key, .. options]).All;

    private string Shown(RelayUnderTest relay) => Connect(relay.Address.Authority).All;

    private ToolResult Connect(string place, params string[] options) =>
        ExternalTool.Run("sh", ["-c", "exec openssl s_client -connect \"$@\" </dev/null", "sh", place, "-servername", "localhost", "-CAfile", _authority.File, "-cipher", "ALL:@SECLEVEL=0", .. options]);
}
