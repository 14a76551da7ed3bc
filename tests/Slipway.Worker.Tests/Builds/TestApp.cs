using Slipway.Formats.Keys;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Workers;
using Slipway.Signing;
using Slipway.Worker.Builds;

namespace Slipway.Worker.Tests.Builds;

/// <summary>Files of an app as a service has them: by name and by hash.</summary>
internal sealed class TestApp
{
    public static readonly Guid Owner = Guid.NewGuid();

    public const string Password = "correct horse battery";

    private static readonly Lazy<byte[]> OwnKeystore = new(() => Keystore(KeyAlgorithm.Rsa2048));

    private readonly Dictionary<string, byte[]> _contents = [];

    /// <summary>Hashes that were fetched.</summary>
    public List<string> Fetched { get; } = [];

    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public static TestApp OfFolder(string folder)
    {
        var app = new TestApp();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            app.Files[Path.GetRelativePath(folder, file)] = File.ReadAllBytes(file);
        return app;
    }

    /// <summary>An app whose icon needs most of what draws SVG: fonts, a filter, a mask, a pattern and blending.</summary>
    public static TestApp WithDrawing() => Of(
        ("config.xml", """<widget id="dev.example.app" version="1.0.0"><name>App</name><icon src="icon.svg" /></widget>"""),
        ("www/index.html", "page"),
        ("icon.svg", """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><filter id="f"><feGaussianBlur stdDeviation="2"/></filter><mask id="m"><circle cx="50" cy="50" r="40" fill="#fff"/></mask>
            <pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><circle cx="5" cy="5" r="4" fill="hsl(200 80% 40%)"/></pattern><rect width="100" height="100" fill="url(#p)" mask="url(#m)"/>
            <text x="50" y="70" font-size="60" text-anchor="middle" filter="url(#f)" style="mix-blend-mode:multiply">Ag</text></svg>
            """));

    public static TestApp Of(params (string Path, string Content)[] files)
    {
        var app = new TestApp();
        foreach (var (path, content) in files)
            app.Files[path] = System.Text.Encoding.UTF8.GetBytes(content);
        return app;
    }

    public static byte[] Keystore(KeyAlgorithm algorithm)
    {
        var now = TimeProvider.System.GetUtcNow();
        return KeystoreFactory.Create("upload", "CN=Test", Password, now.AddDays(-1), now.AddYears(40), algorithm);
    }

    public static KeystoreRequest Key(byte[]? keystore = null) =>
        new(CredentialFile.InMemory("upload.p12", keystore ?? OwnKeystore.Value), PasswordSource.Of(Password), null, null);

    /// <summary>A build of the app.</summary>
    /// <param name="platform">Platform.</param>
    /// <param name="change">Changes what is leased.</param>
    public BuildJob Job(MobilePlatform platform = MobilePlatform.Android, Func<WorkerJob, WorkerJob>? change = null)
    {
        var lease = Lease(platform);
        return new BuildJob(change?.Invoke(lease) ?? lease, FetchAsync)
        {
            Keystore = platform == MobilePlatform.Android ? Key() : null,
            Secrets = [Password],
        };
    }

    private WorkerJob Lease(MobilePlatform platform) => new()
    {
        Build = Guid.NewGuid(),
        Attempt = 1,
        LeaseSeconds = 30,
        Organisation = Owner,
        Application = "Field Notes",
        Platform = platform,
        Options = new LaunchOptions(),
        Revision = new RevisionManifest(RevisionKind.Folder, [.. Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new RevisionFile(f.Key, Hash(f.Value), f.Value.Length))]),
    };

    private string Hash(byte[] content)
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        _contents[hash] = content;
        return hash;
    }

    private async Task FetchAsync(IReadOnlyList<string> missing, Func<string, Stream, Task> take, CancellationToken cancellation)
    {
        foreach (var hash in missing)
        {
            Fetched.Add(hash);
            await take(hash, new MemoryStream(_contents[hash]));
        }
    }
}
