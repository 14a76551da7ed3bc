using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Slipway.Formats.Xml;

namespace Slipway.Build.Tests.Plan;

/// <summary>Cordova's own <c>prepare</c> for Android, of npm: what it makes of a config.xml, or that it refuses it.</summary>
internal static partial class CordovaCli
{
    private const string Lib = "cordova-lib@13.0.0";
    private const string Platform = "cordova-android@15.1.0";

    /// <summary>cordova-android makes the platform, as <c>cordova platform add</c> lets it; then all that <c>cordova prepare</c> does.</summary>
    private const string Script = """
        const { createRequire } = require('module'), fs = require('fs'), path = require('path');
        const load = createRequire(path.join(process.argv[2], 'x.js'));
        const { cordova } = load('cordova-lib'), { ConfigParser } = load('cordova-common'), Api = load('cordova-android');
        (async () => {
            for (const folder of process.argv.slice(3)) {
                try {
                    // Cordova looks for the project where the shell says that it is.
                    process.chdir(process.env.PWD = folder);
                    fs.mkdirSync('platforms');
                    await Api.createPlatform(path.join(folder, 'platforms', 'android'), new ConfigParser(path.join(folder, 'config.xml')), {});
                    await cordova.prepare({ platforms: ['android'] });
                    fs.writeFileSync(path.join(folder, 'accepted'), '');
                } catch (error) {
                    fs.writeFileSync(path.join(folder, 'refused'), String(error && error.message || error));
                }
            }
        })();
        """;

    private static readonly XNamespace Android = "http://schemas.android.com/apk/res/android";

    /// <summary>Prepares projects, all in one process; null for each that is refused.</summary>
    public static IReadOnlyList<CordovaFacts?> Prepare(IReadOnlyList<string> widgets)
    {
        using var folder = new TemporaryApp(("prepare.js", Script));
        var installed = NpmInstall.Of(Lib, Platform);
        var projects = widgets.Select((_, i) => folder[$"project-{i}"]).ToList();
        for (var i = 0; i < widgets.Count; i++)
        {
            folder.Add($"project-{i}/config.xml", widgets[i]);
            folder.Add($"project-{i}/package.json", """{"name":"project","version":"1.0.0"}""");
            folder.Add($"project-{i}/www/index.html", "<title>Page</title>");
            Directory.CreateSymbolicLink(folder[$"project-{i}/node_modules"], Path.Combine(installed, "node_modules"));
        }

        // It would remember things in the home folder.
        ExternalTool.Run(new ProcessStartInfo("node", [folder["prepare.js"], installed, .. projects]) { Environment = { ["CORDOVA_HOME"] = folder["home"], ["LD_PRELOAD"] = null } }).Well();
        return projects.ConvertAll(Facts);
    }

    [GeneratedRegex("<content src=\"(?<src>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Content { get; }

    private static CordovaFacts? Facts(string project)
    {
        if (File.Exists(Path.Combine(project, "refused")))
            return null;
        Assert.True(File.Exists(Path.Combine(project, "accepted")));
        var android = Path.Combine(project, "platforms", "android");
        using var gradle = JsonDocument.Parse(File.ReadAllText(Path.Combine(android, "cdv-gradle-config.json")));
        var main = Path.Combine(android, "app", "src", "main");
        var manifest = SafeXml.Load(File.ReadAllBytes(Path.Combine(main, "AndroidManifest.xml"))).Root!;
        var activity = manifest.Element("application")!.Element("activity")!;
        var strings = SafeXml.Load(File.ReadAllBytes(Path.Combine(main, "res", "values", "cdv_strings.xml"))).Root!;
        // It may have prefixes that nothing declares, as what it was made of had.
        var config = File.ReadAllText(Path.Combine(main, "res", "xml", "config.xml"));
        return new CordovaFacts(
            gradle.RootElement.GetProperty("PACKAGE_NAMESPACE").GetString()!,
            strings.Elements().Single(e => e.Attribute("name")!.Value == "app_name").Value,
            manifest.Attribute(Android + "versionName")!.Value,
            int.Parse(manifest.Attribute(Android + "versionCode")!.Value, CultureInfo.InvariantCulture),
            gradle.RootElement.GetProperty("MIN_SDK_VERSION").GetInt32(),
            activity.Attribute(Android + "screenOrientation")?.Value,
            Content.Match(config) is { Success: true } content ? content.Groups["src"].Value : "index.html",
            string.Join(' ', manifest.Elements("uses-permission").Select(e => e.Attribute(Android + "name")!.Value).Distinct().Order(StringComparer.Ordinal)),
            manifest.Element("application")!.Attribute(Android + "largeHeap")?.Value,
            manifest.Element("application")!.Attribute(Android + "usesCleartextTraffic")?.Value,
            manifest.Element("application")!.Elements("meta-data").FirstOrDefault()?.Attribute(Android + "name")?.Value);
    }
}
