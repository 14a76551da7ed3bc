namespace Slipway.Cli.Tests.Commands;

/// <summary>Each fault of a user has its own code, exit code 1, and leaves nothing in the output folder.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_without_a_page() => Refused("SLW-APP-40002", Folder("readme.txt", "x"));

    [Fact]
    public void A_path_to_nothing() => Refused("SLW-APP-40001", _folder["missing"]);

    [Fact]
    public void Malformed_xml() => Refused("SLW-CNF-40001", Cordova("<widget><name>"));

    [Fact]
    public void Xml_with_a_document_type() =>
        Refused("SLW-CNF-40002", Cordova("""<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><widget id="a.b" version="1"><name>&x;</name></widget>"""));

    [Fact]
    public void A_bomb_of_entities()
    {
        var entities = string.Concat(Enumerable.Range(1, 20).Select(i => $"<!ENTITY e{i} '&e{i - 1};&e{i - 1};&e{i - 1};&e{i - 1};'>"));
        Refused("SLW-CNF-40002", Cordova($"<!DOCTYPE w [<!ENTITY e0 'lol'>{entities}]><widget id='a.b' version='1'><name>&e20;</name></widget>"));
    }

    [Fact]
    public void Xml_without_end() => Refused("SLW-CNF-40003", Cordova("<widget>" + string.Concat(Enumerable.Repeat("<a>", 50_000))));

    [Theory]
    [InlineData("SLW-APP-40004", "single")]
    [InlineData("SLW-APP-40005", "com.class.app")]
    [InlineData("SLW-SIG-40020", "com.1st.app")]
    public void Bad_ids(string code, string id) => Refused(code, Page(), "--id", id);

    [Fact]
    public void A_bad_version() => Refused("SLW-APP-40009", Page(), "--version-name", "one");

    [Fact]
    public void A_bad_version_code() => Refused("SLW-APP-40010", Page(), "--version-code", "-5");

    [Fact]
    public void An_icon_outside_of_the_app() => Refused("SLW-CNF-40011", WithIcon("../../icon.png"));

    [Fact]
    public void A_link_that_leaves_the_app()
    {
        var app = Page();
        File.CreateSymbolicLink(Path.Combine(app, "passwd"), "/etc/passwd");
        Refused("SLW-FIL-40001", app);
    }

    [Fact]
    public void A_release_without_a_key() => Refused("SLW-SIG-40101", Page(), "--type", "release");

    [Fact]
    public void A_keystore_that_is_none() =>
        Refused("SLW-SIG-40012", Page(), "--keystore", _folder.Add("k", "no keystore"), "--keystore-password-file", _folder.Add("p", "secret"));

    [Fact]
    public void A_wrong_keystore_password() =>
        Refused("SLW-SIG-40013", Page(), "--keystore", Keystore(), "--keystore-password-file", _folder.Add("wrong", "not this one"));

    [Fact]
    public void A_wrong_alias() =>
        Refused("SLW-SIG-40019", Page(), "--keystore", Keystore(), "--keystore-password-file", _folder["password"], "--key-alias", "other");

    [Fact]
    public void A_password_that_is_not_there() =>
        Refused("SLW-SIG-40105", Page(), "--keystore", Keystore(), "--keystore-password-file", _folder["no-such-file"]);

    [Fact]
    public void An_expired_key_is_taken_with_a_warning()
    {
        var keystore = _folder["expired.p12"];
        var made = SlipwayRun.Of(
            "keytool",
            ["-genkeypair", "-keystore", keystore, "-storetype", "PKCS12", "-storepass", "secret1", "-alias", "old", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=Old", "-startdate", "-400d", "-validity", "30"],
            []);
        Assert.Equal(0, made.ExitCode);
        var run = Build(Page(), "--keystore", keystore, "--keystore-password-file", _folder.Add("p", "secret1\n"), "--type", "release");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("SLW-SIG-40123", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_of_app_and_key_are_said_together()
    {
        var run = Build(Page(), "--id", "single", "--type", "release");
        Assert.Contains("SLW-APP-40004", run.Out, StringComparison.Ordinal);
        Assert.Contains("SLW-SIG-40101", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_folder_that_is_a_file()
    {
        var run = SlipwayRun.Of("build", Page(), "--out", _folder.Add("file", "x"), "--json");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("SLW-GEN-40010", run.Out, StringComparison.Ordinal);
    }

    private string Page() => Folder("index.html", "<title>Page</title>");

    private string Folder(string file, string content) => Path.GetDirectoryName(_folder.Add("app/" + file, content))!;

    private string Cordova(string config)
    {
        _folder.Add("app/www/index.html", "");
        return Folder("config.xml", config);
    }

    private string WithIcon(string path) => Cordova($"""<widget id="com.example.app" version="1.0.0"><name>App</name><icon src="{path}"/></widget>""");

    private string Keystore()
    {
        var run = SlipwayRun.Of("credentials", "create", _folder["key.p12"], "--generate-password", _folder["password"], "--algorithm", "ec-p256");
        Assert.Equal(0, run.ExitCode);
        return _folder["key.p12"];
    }

    private SlipwayRun Build(params string[] arguments) => SlipwayRun.Of(["build", .. arguments, "--out", _folder["out"], "--json"]);

    private void Refused(string code, params string[] arguments)
    {
        Refusal.Is(code, Build(arguments));
        Assert.False(Directory.Exists(_folder["out"]));
    }
}
