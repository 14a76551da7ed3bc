#pragma warning disable RS0030 // makes archives; what reads them is ours
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Slipway.Build.Read;
using Slipway.Build.Read.Selection;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Read.Selection;

public sealed class SelectionTests : IDisposable
{
    private readonly TemporaryApp _archives = new();

    public void Dispose() => _archives.Dispose();

    [Theory]
    [InlineData("id.p12")]
    [InlineData("certs/ID.PFX")]
    [InlineData("release.keystore")]
    [InlineData("release.keystore.bak")]
    [InlineData("upload.jks")]
    [InlineData("AuthKey_ABC123.p8")]
    [InlineData("app.mobileprovision")]
    [InlineData(".env")]
    [InlineData("js/.env.production")]
    [InlineData(".npmrc")]
    [InlineData(".netrc~")]
    [InlineData(".ssh/config")]
    [InlineData("keys/id_ed25519")]
    [InlineData("key.properties")]
    public void What_holds_keys_and_passwords_by_its_name_is_left_out_of_folders_and_archives(string path)
    {
        using var app = new TemporaryApp(("index.html", ""), (path, "x"));
        foreach (var input in new[] { app.Folder, Zip(app) })
        {
            using var source = AppReader.Read(input, MobilePlatform.Android);
            Assert.Equal(["index.html"], source.WebFiles.Select(f => f.Path));
            Assert.Single(source.Notices, n => n.Kind == FileProblems.SecretsLeftOut);
        }
    }

    [Theory]
    [InlineData(".well-known/assetlinks.json")]
    [InlineData(".htaccess")]
    [InlineData("keys/id_rsa.pub")]
    [InlineData("environment.js")]
    [InlineData("skybox.env")]
    [InlineData("cvs/index.html")]
    [InlineData("password.html")]
    [InlineData("slides.key")]
    public void What_only_looks_alike_stays(string path)
    {
        using var app = new TemporaryApp(("index.html", ""), (path, "x"));
        Assert.Contains(path, Paths(app));
    }

    [Fact]
    public void Private_keys_are_known_by_their_content()
    {
        using var rsa = RSA.Create(2048);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var byPassword = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        using var app = new TemporaryApp(("index.html", ""));
        app.Add("a.pem", rsa.ExportPkcs8PrivateKeyPem());
        app.Add("b.pem", rsa.ExportRSAPrivateKeyPem());
        app.Add("c.key", ec.ExportECPrivateKeyPem());
        app.Add("d.key", ec.ExportEncryptedPkcs8PrivateKeyPem("secret", byPassword));
        app.Add("e.der", rsa.ExportPkcs8PrivateKey());
        app.Add("f.der", rsa.ExportRSAPrivateKey());
        app.Add("g.key", ec.ExportECPrivateKey());
        app.Add("h.key", rsa.ExportEncryptedPkcs8PrivateKey("secret", byPassword));
        app.Add("i.crt", Certificate(rsa).ExportCertificatePem() + "\n" + rsa.ExportPkcs8PrivateKeyPem());
        app.Add("j.pem", "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n");
        app.Add("k.asc", "-----BEGIN PGP PRIVATE KEY BLOCK-----\n");
        app.Add("my-service-account.json", """{"type":"service_account","private_key":"-----BEGIN PRIVATE KEY-----\nAAAA"}""");
        app.Add("build.json", """{"android":{"release":{"keystore":"a","storePassword":"b"}}}""");
        app.Add("capacitor.config.json", """{"android":{"buildOptions":{"keystorePassword":"a"}}}""");
        app.Add("keystore-password.txt", "secret\n");
        Assert.Equal(["index.html"], Paths(app));
        var notice = Assert.Single(Notices(app), n => n.Kind == FileProblems.SecretsLeftOut);
        Assert.Contains("15 files and folders: a.pem, b.pem,", notice.Message, StringComparison.Ordinal);
        Assert.EndsWith(" and 7 more.", notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Certificates_and_public_keys_stay()
    {
        using var rsa = RSA.Create(2048);
        using var certificate = Certificate(rsa);
        using var app = new TemporaryApp(("index.html", ""));
        app.Add("certificates/pinned.pem", certificate.ExportCertificatePem());
        app.Add("certificates/pinned.cer", certificate.RawData);
        app.Add("public.pem", rsa.ExportSubjectPublicKeyInfoPem());
        app.Add("public.der", rsa.ExportSubjectPublicKeyInfo());
        app.Add("build.json", """{"number":7}""");
        app.Add("services.json", "{}");
        app.Add("i18n/passwords.txt", "one\ntwo\n");
        Assert.Equal(8, Paths(app).Length);
        Assert.DoesNotContain(Notices(app), n => n.Kind == FileProblems.SecretsLeftOut);
    }

    [Fact]
    public void Files_that_options_name_are_left_out_also_as_copies_in_an_archive_and_cannot_be_included()
    {
        using var app = new TemporaryApp(("index.html", ""), ("geheim", "secret"), ("keys/store.bin", "key"));
        var choice = new FileChoice(["geheim", "keys/*"], [app["geheim"], app["keys/store.bin"], "/nonexistent/file"]);
        foreach (var input in new[] { app.Folder, Zip(app) })
        {
            using var source = AppReader.Read(input, MobilePlatform.Android, choice);
            Assert.Equal(["index.html"], source.WebFiles.Select(f => f.Path));
        }
    }

    [Fact]
    public void Another_file_with_the_content_of_a_password_file_stays()
    {
        using var app = new TemporaryApp(("index.html", ""), ("geheim", "1"), ("version", "1"));
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android, new FileChoice([], [app["geheim"]]));
        Assert.Equal(["index.html", "version"], source.WebFiles.Select(f => f.Path));
    }

    [Theory]
    [InlineData("client.p12", "certs/client.p12")]
    [InlineData("*.P12", "certs/client.p12")]
    [InlineData("certs/*.p12", "certs/client.p12")]
    [InlineData("./certs", "certs/client.p12")]
    [InlineData("**/client.p12", "certs/client.p12")]
    [InlineData(".ssh", ".ssh/a,.ssh/b/c")]
    [InlineData(".ssh/a", ".ssh/a")]
    [InlineData(".ssh/**/c", ".ssh/b/c")]
    [InlineData("node_modules/lib/*.js", "node_modules/lib/x.js")]
    public void An_included_file_is_in(string glob, string expected)
    {
        using var app = new TemporaryApp(
            ("index.html", ""), ("certs/client.p12", "x"), (".ssh/a", "x"), (".ssh/b/c", "x"), ("node_modules/lib/x.js", ""), ("node_modules/lib/x.ts", ""), ("node_modules/y/.env", ""));
        foreach (var input in new[] { app.Folder, Zip(app) })
        {
            using var source = AppReader.Read(input, MobilePlatform.Android, new FileChoice([glob], []));
            Assert.Equal(expected.Split(','), source.WebFiles.Select(f => f.Path).Where(p => p != "index.html"));
            Assert.DoesNotContain(source.Notices, n => n.Kind == FileProblems.IncludeUnused);
        }
    }

    [Fact]
    public void A_pattern_that_brings_nothing_back_is_said()
    {
        using var app = new TemporaryApp(("index.html", ""), ("a.js", ""), (".git/x.js", ""));
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android, new FileChoice(["**/x.js"], []));
        Assert.Equal(["a.js", "index.html"], source.WebFiles.Select(f => f.Path));
        Assert.Contains("'**/x.js'", Assert.Single(source.Notices, n => n.Kind == FileProblems.IncludeUnused).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("../outside")]
    [InlineData("a\\b")]
    public void A_pattern_that_names_nothing_in_the_app_is_refused(string glob)
    {
        using var app = new TemporaryApp(("index.html", ""));
        var e = Assert.Throws<ProblemException>(() => AppReader.Read(app.Folder, MobilePlatform.Android, new FileChoice([glob], [])));
        Assert.Equal(FileProblems.IncludeInvalid, Assert.Single(e.Problems).Kind);
    }

    [Fact]
    public void Patterns_have_a_most_and_a_longest()
    {
        using var app = new TemporaryApp(("index.html", ""));
        Assert.Throws<ProblemException>(() => AppReader.Read(app.Folder, MobilePlatform.Android, new FileChoice([.. Enumerable.Repeat("a", 51)], [])));
        Assert.Throws<ProblemException>(() => AppReader.Read(app.Folder, MobilePlatform.Android, new FileChoice([new string('a', 201)], [])));
    }

    [Fact]
    public void Packages_that_an_earlier_build_wrote_are_no_input_and_other_files_beside_them_are()
    {
        using var app = new TemporaryApp(
            ("index.html", ""), ("dist/bundle.js", ""), ("dist/app-1.0.0-debug.apk", ""), ("dist/app-1.0.0-adhoc.ipa", ""), ("dist/app-1.0.0-adhoc-qr.svg", ""),
            ("dist/app-1.0.0-simulator.zip", ""), ("dist/.app-1.0.0-debug.apk.123.part", ""), ("data.zip", ""));
        Assert.Equal(["data.zip", "dist/bundle.js", "index.html"], Paths(app));
        Assert.Single(Notices(app), n => n.Kind == FileProblems.Skipped);
    }

    [Fact]
    public void A_link_out_of_the_app_that_is_left_out_by_its_name_is_no_fault()
    {
        using var app = new TemporaryApp(("app/index.html", ""), (".env", "x"));
        File.CreateSymbolicLink(app["app/.env"], "../.env");
        using var source = AppReader.Read(app["app"], MobilePlatform.Android);
        Assert.Equal(["index.html"], source.WebFiles.Select(f => f.Path));
    }

    private static X509Certificate2 Certificate(RSA key) =>
        new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));

    private static string[] Paths(TemporaryApp app)
    {
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android);
        return [.. source.WebFiles.Select(f => f.Path)];
    }

    private static IReadOnlyList<Problem> Notices(TemporaryApp app)
    {
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android);
        return source.Notices;
    }

    private string Zip(TemporaryApp app)
    {
        var path = Path.Combine(_archives.Folder, "app.zip");
        ZipFile.CreateFromDirectory(app.Folder, path, CompressionLevel.Fastest, includeBaseDirectory: false, Encoding.UTF8);
        return path;
    }
}
