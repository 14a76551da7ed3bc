using Slipway.Build;
using Slipway.Build.Plan;

namespace Slipway.Worker.Child;

/// <summary>
/// Builds a tiny app of our own before the first order, so that the code that builds need is compiled, and what it holds in memory is
/// there, when a stranger's app comes.
/// </summary>
internal static class WarmUp
{
    private const string Configuration = """
        <widget id="dev.slipway.warmup" version="1.0.0">
          <name>Warm-up</name><icon src="icon.svg" />
        </widget>
        """;

    private const string Page = "<!doctype html><title>Warm-up</title><p>It builds, so that the next one is quick. It builds, so that the next one is quick.</p>";

    private const string Picture = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><defs><linearGradient id="a"><stop offset="0" stop-color="#123"/></linearGradient></defs><path fill="url(#a)" d="M0 0h8v8z"/></svg>
        """;

    /// <summary>Warms up.</summary>
    /// <param name="folder">A folder that may be filled, and stays.</param>
    public static void Run(string folder)
    {
        try
        {
            var app = Path.Combine(folder, "app");
            Directory.CreateDirectory(Path.Combine(app, "www"));
            File.WriteAllText(Path.Combine(app, "config.xml"), Configuration);
            File.WriteAllText(Path.Combine(app, "icon.svg"), Picture);
            File.WriteAllText(Path.Combine(app, "www/index.html"), Page);
            var request = new BuildRequest(app, Path.Combine(folder, "dist"), null) { Platforms = [Platform.Android, Platform.Ios] };
            Pipeline.Run(request, new BuildEnvironment(folder, folder, DateTimeOffset.UnixEpoch), new WarmUpHost(folder), new Progress<string>(), CancellationToken.None);
        }
        catch (Exception)
        {
            // Whatever is wrong shows again when it matters.
        }
    }
}
