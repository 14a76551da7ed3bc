using Slipway.Build.Read;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Read.Finding;

public sealed class WebFolderTests
{
    private const string ViteSource = "<!doctype html>\n<title>App</title>\n<script type=\"module\" src=\"/src/main.tsx\"></script>";
    private const string ReactTemplate = "<!-- template -->\n<link rel=\"icon\" href=\"%PUBLIC_URL%/favicon.ico\" />\n<title>React App</title>";
    private const string VueTemplate = "<link rel=\"icon\" href=\"<%= BASE_URL %>favicon.ico\">\n<title><%= htmlWebpackPlugin.options.title %></title>";

    [Theory]
    [InlineData("<script type=module src=/src/main.tsx></script>", "loads /src/main.tsx")]
    [InlineData("<script type=\"module\" src=\"./index.jsx\"></script>", "loads ./index.jsx")]
    [InlineData("<script src='app.ts?v=1'></script>", "loads app.ts")]
    [InlineData("<script type='module'>\n  import { a } from './App.vue'\n</script>", "imports ./App.vue")]
    [InlineData("<link rel='stylesheet' href='src/app.scss'>", "loads src/app.scss")]
    [InlineData("<link rel='icon' href='%PUBLIC_URL%/favicon.ico'>", "%PUBLIC_URL%")]
    [InlineData("<meta content='%VITE_TITLE%'>", "%VITE")]
    [InlineData("<link href=<%= webpackConfig.output.publicPath %>favicon.ico>", "<%= webpackConfig.output.publicPath %>")]
    [InlineData("<title><%= title %></title>", "<%= title %>")]
    public void A_page_of_a_bundlers_source_is_refused_with_its_line(string tag, string mark)
    {
        using var app = new TemporaryApp(("index.html", $"<!doctype html>\n<p>\n{tag}"));
        var problem = Assert.Single(Problems(app), p => p.Severity == Severity.Error);
        Assert.Equal((AppProblems.Unbuilt, "index.html:3"), (problem.Kind, problem.Where));
        Assert.Contains(mark, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!-- %PUBLIC_URL% <script src=a.ts></script> -->")]
    [InlineData("<script type='text/babel' src='app.jsx'></script>")]
    [InlineData("<script type='text/template'><img src='<%= url %>'></script>")]
    [InlineData("<template><title><%= name %></title></template>")]
    [InlineData("<p>In Create React App, %PUBLIC_URL% is the folder.</p>")]
    [InlineData("<script>var link = '<link href=%PUBLIC_URL%>';</script>")]
    [InlineData("<script type='module' src='main.js'></script>")]
    [InlineData("<script src='https://cdn.example.com/a.ts'></script>")]
    [InlineData("<link rel='stylesheet/less' href='a.less'>")]
    [InlineData("<a href='caf%C3%A9%20.html'>x</a>")]
    public void A_page_that_a_browser_shows_is_an_app(string body)
    {
        using var app = new TemporaryApp(("index.html", body), ("main.js", "import { a } from './a.js';\nimport('vue');"));
        Assert.DoesNotContain(Problems(app), p => p.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("import { createApp } from 'vue'", false)]
    [InlineData("import './style.css'\nimport javascriptLogo from './javascript.svg'\nimport App from './App.svelte'", false)]
    [InlineData("// import { createApp } from 'vue'\nimport { a } from './a.js'", true)]
    [InlineData("import{createApp}from\"./vue.js\";", true)]
    public void A_script_that_imports_what_no_browser_finds_is_source(string script, bool isBuilt)
    {
        using var app = new TemporaryApp(("package.json", "{}"), ("index.html", "<script type=module src=/src/main.js></script>"), ("src/main.js", script));
        Assert.Equal(isBuilt ? [] : [AppProblems.Unbuilt.Code], Expect.Errors(app));
    }

    [Fact]
    public void An_import_map_lets_a_browser_find_packages()
    {
        using var app = new TemporaryApp(
            ("package.json", "{}"), ("main.js", "import { createApp } from 'vue'"),
            ("index.html", "<script type=importmap>{\"imports\":{\"vue\":\"./vue.js\"}}</script><script type=module src=main.js></script>"));
        Assert.Empty(Expect.Errors(app));
    }

    [Theory]
    [InlineData("", """{"scripts":{"start":"vite","build":"vite build"}}""", "npm run build")]
    [InlineData("package-lock.json", """{"scripts":{"build":"x"}}""", "npm run build")]
    [InlineData("yarn.lock", """{"scripts":{"build":"x"}}""", "yarn run build")]
    [InlineData("pnpm-lock.yaml", """{"scripts":{"build:prod":"x"}}""", "pnpm run build:prod")]
    [InlineData("bun.lockb", """{"scripts":{"build-all":"x"}}""", "bun run build-all")]
    [InlineData("yarn.lock", """{"packageManager":"pnpm@9.1.0","scripts":{"build":"x"}}""", "pnpm run build")]
    [InlineData("", """{"devDependencies":{"vite":"5"}}""", "npx vite build")]
    [InlineData("", """{"dependencies":{"nuxt":"3"},"scripts":{"build":"x","generate":"y"}}""", "npm run generate")]
    [InlineData("", """{"scripts":{"build; rm -rf":"x","generate":"types"}}""", "Build the web app with its bundler")]
    [InlineData("", """["no object"]""", "Build the web app with its bundler")]
    [InlineData("", "{ broken", "Build the web app with its bundler")]
    public void The_refusal_names_the_command_that_builds(string lockFile, string project, string command)
    {
        using var app = new TemporaryApp(("package.json", project), ("index.html", ViteSource));
        if (lockFile.Length > 0)
            app.Add(lockFile, "");
        var problem = Assert.Single(Problems(app), p => p.Severity == Severity.Error);
        Assert.Contains(command, problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("build", "public", ReactTemplate)]
    [InlineData("dist", "public", VueTemplate)]
    [InlineData("dist", "public", "<title>A template without placeholders</title>")]
    [InlineData("dist", "", ViteSource)]
    [InlineData("www", "", ViteSource)]
    [InlineData("out", "", ViteSource)]
    [InlineData("dist/my-app/browser", "src", "<app-root></app-root>")]
    [InlineData("dist/my-app", "src", "<app-root></app-root>")]
    [InlineData("dist/spa", "", VueTemplate)]
    [InlineData("build", "src", "%sveltekit.head%")]
    [InlineData(".output/public", "app", "")]
    [InlineData("public", "src", "")]
    [InlineData("_site", "src", "")]
    [InlineData("web-build", "web", "")]
    [InlineData("docs/.vitepress/dist", "docs", "")]
    public void What_a_bundler_wrote_is_taken_beside_its_source(string output, string source, string template)
    {
        using var app = new TemporaryApp(("package.json", """{"scripts":{"build":"x"}}"""), (SourceApp.Join(source, "index.html"), template), (output + "/index.html", "<title>Built</title>"), (output + "/a.js", ""));
        using var read = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Equal((output, "Built"), (read.WebRoot, read.Title));
        Assert.Contains(output, Assert.Single(read.Notices, n => n.Kind == AppProblems.WebFolderChosen).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("react-scripts", "build")]
    [InlineData("next", "out")]
    [InlineData("gatsby", "public")]
    [InlineData("vite", "dist")]
    public void Of_several_folders_that_of_the_framework_is_taken(string package, string folder)
    {
        using var app = new TemporaryApp(
            ("package.json", "{\"dependencies\":{\"" + package + "\":\"1\"}}"), ("build/index.html", ""), ("dist/index.html", ""), ("out/index.html", ""), ("public/index.html", ""));
        using var read = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Equal(folder, read.WebRoot);
    }

    [Fact]
    public void Of_several_folders_none_is_guessed()
    {
        using var app = new TemporaryApp(("build/index.html", ""), ("dist/index.html", ""), ("public/index.html", ""));
        Assert.Contains("build, dist", Assert.Single(Problems(app), p => p.Severity == Severity.Error).Message.Replace("dist, build", "build, dist", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_without_anything_built_is_named()
    {
        using var app = new TemporaryApp(("package.json", """{"scripts":{"build":"x"}}"""), ("public/index.html", ReactTemplate), ("src/index.js", ""));
        var problem = Assert.Single(Problems(app), p => p.Severity == Severity.Error);
        Assert.Equal((AppProblems.Unbuilt, "public/index.html:2"), (problem.Kind, problem.Where));
    }

    [Fact]
    public void A_project_without_a_page_gets_its_command_named()
    {
        using var app = new TemporaryApp(("package.json", """{"scripts":{"build":"next build"}}"""), ("pages/index.js", ""));
        var problem = Assert.Single(Problems(app), p => p.Severity == Severity.Error);
        Assert.Equal(AppProblems.NoStartPage, problem.Kind);
        Assert.Contains("npm run build", problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public/build/bundle.js", true)]
    [InlineData("public/bundle.js", true)]
    [InlineData("src/main.js", false)]
    public void A_template_that_waits_for_its_scripts_is_not_built(string file, bool isBuilt)
    {
        using var app = new TemporaryApp(
            ("package.json", """{"scripts":{"build":"rollup -c"}}"""), (file, ""), ("public/index.html", "<title>Svelte app</title>\n<script defer src='/build/bundle.js'></script>"));
        Assert.Equal(isBuilt ? [] : [AppProblems.Unbuilt.Code], Expect.Errors(app));
    }

    private static IReadOnlyList<Problem> Problems(TemporaryApp app) => Expect.Problems(app);
}
