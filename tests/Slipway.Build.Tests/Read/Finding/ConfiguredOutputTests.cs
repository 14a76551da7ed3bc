using Slipway.Build.Plan;
using Slipway.Build.Read;
using Slipway.Build.Revisions;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Read.Finding;

public sealed class ConfiguredOutputTests
{
    private const string Source = "<script type=module src=/src/main.ts></script>";

    [Theory]
    [InlineData("vite.config.ts", "export default defineConfig({\n  build: { outDir: 'made', emptyOutDir: true } })", "made")]
    [InlineData("vite.config.mjs", "export default { root: './src', build: { outDir: \"../made/web\" } }", "made/web")]
    [InlineData("vite.config.js", "export default { // outDir: 'no'\n root: 'client', build: { outDir: 'made' } }", "client/made")]
    [InlineData("astro.config.mjs", "export default { outDir: './made' }", "made")]
    [InlineData("vue.config.js", "module.exports = { outputDir: 'made' }", "made")]
    [InlineData("quasar.config.js", "module.exports = () => ({ build: { distDir: 'made' } })", "made")]
    [InlineData("next.config.mjs", "export default { output: 'export', distDir: 'made' }", "made")]
    [InlineData("angular.json", """{ /* comment */ "projects": { "a": { "architect": { "build": { "options": { "outputPath": "made" } } } } } }""", "made/browser")]
    [InlineData("angular.json", """{ "projects": { "a": { "architect": { "build": { "options": { "outputPath": "made" } } } } } }""", "made")]
    [InlineData("angular.json", """{ "projects": { "a": { "targets": { "build": { "options": { "outputPath": { "base": "made", "browser": "" } } } } } } }""", "made")]
    [InlineData("angular.json", """{ "projects": { "a": { "architect": { "build": { "options": { "outputPath": { "base": "made" } } } } } } }""", "made/browser")]
    [InlineData("src-tauri/tauri.conf.json", """{ "build": { "frontendDist": "../made" } }""", "made")]
    public void The_folder_that_a_bundlers_configuration_names_is_taken_before_the_usual_ones(string file, string content, string folder)
    {
        using var app = new TemporaryApp(("package.json", "{}"), ("index.html", Source), (file, content), (folder + "/index.html", "<title>Made</title>"), ("dist/index.html", "<title>Old</title>"));
        using var read = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Equal((folder, "Made"), (read.WebRoot, read.Title));
        Assert.Contains(file, Assert.Single(read.Notices, n => n.Kind == AppProblems.WebFolderChosen).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vite.config.ts", "export default { build: { outDir: path.resolve(__dirname, 'made') } }")]
    [InlineData("vite.config.ts", "const a = { outDir: 'made' }, b = { outDir: 'other' }")]
    [InlineData("vite.config.ts", "export default { build: { outDir: '../made' } }")]
    [InlineData("vite.config.ts", "export default { build: { outDir: 'empty' } }")]
    [InlineData("angular.json", "[]")]
    [InlineData("angular.json", "{ broken")]
    [InlineData("angular.json", """{ "projects": { "a": { "architect": { "build": { "options": { "outputPath": 7 } } } }, "b": null } }""")]
    [InlineData("src-tauri/tauri.conf.json", """{ "build": { "frontendDist": "https://example.com" } }""")]
    public void What_a_configuration_does_not_say_plainly_is_not_guessed(string file, string content)
    {
        using var app = new TemporaryApp(("package.json", "{}"), ("index.html", Source), (file, content), ("made/index.html", ""), ("dist/index.html", ""));
        using var read = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Equal("dist", read.WebRoot);
    }

    [Fact]
    public void A_revision_holds_the_configuration_that_names_its_folder()
    {
        using var app = new TemporaryApp(("package.json", "{}"), ("index.html", Source), ("vite.config.ts", "export default { build: { outDir: 'made' } }"), ("made/index.html", ""), ("made/a.js", ""));
        var environment = new BuildEnvironment(app["cache"], app["data"], DateTimeOffset.UnixEpoch);
        var revision = RevisionReader.Read(new BuildRequest(app.Folder, "dist", MobileBuildType.Debug), environment, CancellationToken.None);
        Assert.Equal(["made/a.js", "made/index.html", "package.json", "vite.config.ts"], revision.Files.Select(file => file.Path));
    }
}
