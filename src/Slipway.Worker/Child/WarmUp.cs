using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Build;
using Slipway.Build.Package;
using Slipway.Build.Plan;
using Slipway.Build.Resources.Icons;
using Slipway.Build.Shell;
using Slipway.Formats.Keys;
using Slipway.Formats.Zip;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios;
using Slipway.Worker.Pipe;

namespace Slipway.Worker.Child;

/// <summary>
/// Builds a tiny app of Slipway's own before the first order, so that the runtime has compiled the code of builds and loaded their data
/// when an order comes.
/// </summary>
internal static class WarmUp
{
    private const string Configuration = """
        <widget id="dev.slipway.warmup" version="1.0.0">
          <name>Warm-up</name><icon src="icon.svg" />
        </widget>
        """;

    private const string Page = "<!doctype html><title>Warm-up</title><p>It builds, so that the next one is quick. It builds, so that the next one is quick.</p>";

    private const int Files = 40;

    private const string Picture = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><defs><linearGradient id="a"><stop offset="0" stop-color="#123"/></linearGradient></defs><path fill="url(#a)" d="M0 0h8v8z"/></svg>
        """;

    /// <summary>Warms up.</summary>
    /// <param name="folder">A folder to fill; it is not removed.</param>
    /// <returns>Whether the build succeeded.</returns>
    public static bool Run(string folder)
    {
        try
        {
            var app = Path.Combine(folder, "app");
            Directory.CreateDirectory(Path.Combine(app, "www"));
            File.WriteAllText(Path.Combine(app, "config.xml"), Configuration);
            File.WriteAllText(Path.Combine(app, "icon.svg"), Picture);
            File.WriteAllText(Path.Combine(app, "www/index.html"), Page);
            // The runtime compiles a method a second time, with optimisations, after thirty calls or long loops.
            var content = string.Concat(Enumerable.Repeat(Page, 64));
            for (var i = 0; i < Files; i++)
                File.WriteAllText(Path.Combine(app, "www", $"{i}.js"), $"// {i} {content}");
            var request = new BuildRequest(app, Path.Combine(folder, "dist"), null) { Platforms = Platforms.Names };
            var report = Pipeline.Run(request, new BuildEnvironment(folder, folder, DateTimeOffset.UnixEpoch), new WarmUpHost(folder), new Progress<string>(), CancellationToken.None);
            Speak(app, report);
            return true;
        }
        catch (Exception)
        {
            // An error that matters will occur again in a real build.
            return false;
        }
    }

    // Reads an order and writes the messages of a build, so that the serializers are warm, too.
    private static void Speak(string app, BuildReport report)
    {
        using var pipe = new MemoryStream();
        var hash = new string('0', 64);
        var order = new BuildOrder
        {
            App = app,
            Out = app,
            Cache = app,
            Prepared = app,
            Platform = MobilePlatform.Android,
            Now = DateTimeOffset.UnixEpoch,
            Files = [.. Enumerable.Range(0, Files).Select(i => new OrderedFile($"www/{i}.js", hash, hash[..40]))],
        };
        HostMessage[] answers = [new HostMessage.Order(order), new HostMessage.Key([new byte[64]], []), new HostMessage.Icons(app), new HostMessage.Done(), new HostMessage.Signature(new byte[64])];
        foreach (var answer in answers)
            Frames.Write(pipe, answer, PipeJson.Default.HostMessage);
        pipe.Position = 0;
        var link = new HostLink(pipe, Stream.Null);
        while (link.Listen() is { } message)
        {
            if (message is HostMessage.Order { Build: var given })
                new PipedBuildHost(link, given).OpenHashes(app);
        }

        link.Say(new ChildMessage.KeyWanted());
        link.Say(new ChildMessage.IconsWanted(new PipedIcon(MobilePlatform.Android, null, [hash], [], [], null, [], IconSource.Configuration)));
        link.Say(new ChildMessage.DeflatedWanted());
        link.Say(new ChildMessage.SignatureWanted("SHA256", new byte[32]));
        link.Say(new ChildMessage.Finished(BuildChild.Result(report)));
    }
}

/// <summary>Supplies the warm-up with a key of its own and with shells without code: nobody receives its package.</summary>
internal sealed class WarmUpHost(string folder) : IBuildHost
{
    public SigningKey OpenAndroidKey(ICollection<Problem> notices)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=Warm-up", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1));
        var chain = new[] { X509CertificateLoader.LoadCertificate(certificate.RawData) };
        return HashSigner.Remote(chain, (_, _) => RandomNumberGenerator.GetBytes(64));
    }

    public IosSigningPlan OpenIosPurpose(string bundleId) => new(MobileBuildType.Simulator, null, []);

    public TShell GetShell<TShell>(ShellRequest<TShell> request, CancellationToken cancellation)
        where TShell : class
        => request.Find(folder) ?? request.WithoutCode();

    public IconSet GetIcons(IconRequest request) => request.Draw();

    public IKnownHashes OpenHashes(string location) => new ManifestHashes(new Dictionary<string, ContentDigests>());

    public DeflateCacheFile OpenDeflated() => new(folder);
}
