using Slipway.Build.Read;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Read.Capacitor;

public sealed class CapacitorTests
{
    [Fact]
    public void Id_name_and_web_folder_come_from_the_configuration()
    {
        using var app = Project("""{"appId":"com.example.notes","appName":"Notes","webDir":"web/out"}""", "web/out");
        var plan = Expect.Plan(app);
        Assert.Equal(("com.example.notes", "Notes"), (plan.Id, plan.Name));
        Assert.Equal(["index.html"], plan.WebFiles.Select(f => f.Path));
    }

    [Fact]
    public void What_means_something_without_plugins_counts_and_the_rest_is_named()
    {
        using var app = Project("""
            {"appId":"com.example.notes","appName":"Notes","webDir":"www","bundledWebRuntime":false,"backgroundColor":"#11223344","loggingBehavior":"none",
             "server":{"hostname":"app.example.com","androidScheme":"http","url":"http://10.0.0.2:8100"},
             "android":{"allowMixedContent":true,"buildOptions":{"keystorePassword":"geheim"}},
             "plugins":{"SplashScreen":{"launchShowDuration":0},"Keyboard":{"resize":"body"}}}
            """, "www");
        var plan = Expect.Plan(app);
        Assert.Equal(("http", "app.example.com", "#44112233"), (plan.Scheme, plan.Hostname, plan.BackgroundColour.ToString()!.ToLowerInvariant()));
        var notice = Assert.Single(plan.Notices, n => n.Kind == ConfigurationProblems.Ignored);
        Assert.Equal("Settings were ignored: android.allowMixedContent, android.buildOptions, loggingBehavior, plugins.Keyboard, plugins.SplashScreen.launchShowDuration, server.url.", notice.Message);
    }

    [Theory]
    [InlineData("dist/spa")]
    [InlineData("src-capacitor/www")]
    public void The_configuration_of_Quasar_is_in_a_folder_of_its_own(string webFolder)
    {
        using var app = new TemporaryApp(
            ("package.json", """{"dependencies":{"quasar":"2"}}"""), ("index.html", "<title><%= productName %></title>"), (webFolder + "/index.html", ""),
            ("src-capacitor/capacitor.config.json", """{"appId":"com.example.notes","appName":"Notes","webDir":"www"}"""));
        var plan = Expect.Plan(app);
        Assert.Equal(("com.example.notes", "Notes"), (plan.Id, plan.Name));
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Equal(webFolder, source.WebRoot);
    }

    [Theory]
    [InlineData("""{"backgroundColor":"#000001","android":{"backgroundColor":"#000002"},"ios":{"backgroundColor":"#000003"}}""", "#000002", "#000003")]
    [InlineData("""{"plugins":{"SplashScreen":{"backgroundColor":"#000004"}}}""", "#000004", "#000004")]
    public void A_platforms_colour_wins_over_the_general_one(string json, string android, string ios)
    {
        using var app = Project(json, "www");
        using var forAndroid = AppReader.Read(app.Folder, MobilePlatform.Android);
        using var forIos = AppReader.Read(app.Folder, MobilePlatform.Ios);
        Assert.Equal((android, ios), (forAndroid.Capacitor!.BackgroundColor!.Value, forIos.Capacitor!.BackgroundColor!.Value));
    }

    [Fact]
    public void A_value_of_another_type_is_ignored_and_named()
    {
        using var app = Project("""{"appId":7,"appName":["x"],"webDir":null}""", "www");
        Assert.Equal(2, Expect.Plan(app).Notices.Count(n => n.Kind == ConfigurationProblems.Ignored));
    }

    [Fact]
    public void A_web_folder_that_was_not_built_is_refused_with_the_command_that_builds_it()
    {
        using var app = Project("""{"webDir":"dist"}""", "public");
        app.Add("package.json", """{"scripts":{"build":"vite build"}}""");
        var problem = Assert.Single(Expect.Problems(app), p => p.Severity == Severity.Error);
        Assert.Equal((AppProblems.NoStartPage, "capacitor.config.json (webDir)"), (problem.Kind, problem.Where));
        Assert.Contains("npm run build", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_web_folder_is_another_one_that_is_named()
    {
        using var app = Project("""{"webDir":"www"}""", "dist/my-app/browser");
        var problem = Assert.Single(Expect.Problems(app), p => p.Severity == Severity.Error);
        Assert.EndsWith("or correct capacitor.config.json (webDir): there is one in dist/my-app/browser.", problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc")]
    public void A_web_folder_that_leaves_the_project_is_refused(string folder)
    {
        using var app = Project($$"""{"webDir":"{{folder}}"}""", "www");
        Assert.Equal([ConfigurationProblems.PathEscape.Code], Expect.Errors(app));
    }

    [Theory]
    [InlineData("{ broken")]
    [InlineData("[]")]
    [InlineData("{\"appId\":\"\\ud800\"}")]
    public void What_is_no_JSON_is_refused(string json)
    {
        using var app = Project(json, "www");
        Assert.Equal([ConfigurationProblems.JsonMalformed.Code], Expect.Errors(app));
    }

    [Fact]
    public void Plain_values_of_a_program_are_read_and_it_is_said_that_the_rest_is_not()
    {
        using var app = new TemporaryApp(("dist/index.html", ""), ("capacitor.config.ts", """
            import type { CapacitorConfig } from '@capacitor/cli';
            // appId: 'com.example.old'
            const config: CapacitorConfig = {
              appId: 'com.example.notes', /* appName */
              "appName": "Notes",
              webDir: 'dist',
              server: { url: 'https://dev.example.com' /* appId */ },
            };
            export default config;
            """));
        var plan = Expect.Plan(app);
        Assert.Equal(("com.example.notes", "Notes"), (plan.Id, plan.Name));
        Assert.Contains("appId, appName, webDir", Assert.Single(plan.Notices, n => n.Where == "capacitor.config.ts").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("appId: process.env.ID ?? 'com.example.a',")]
    [InlineData("appId: dev ? 'com.example.a' : 'com.example.b',")]
    [InlineData("appId: 'com.example.a', nested: { appId: 'com.example.b' }")]
    [InlineData("appId: `com.example.${name}`,")]
    [InlineData("appId: 'com.example.' + name,")]
    public void What_is_computed_in_a_program_is_not_guessed(string line)
    {
        using var app = new TemporaryApp(("www/index.html", ""), ("capacitor.config.ts", $"export default {{ {line} }};"));
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Null(source.Capacitor!.Id);
        Assert.Contains(source.Notices, n => n.Where == "capacitor.config.ts");
    }

    private static TemporaryApp Project(string json, string folder) => new(("capacitor.config.json", json), (folder + "/index.html", "<title>Page</title>"));
}
