using Slipway.Build.Read;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Read;

public sealed class AppReaderTests
{
    private const string Widget = """<widget id="com.example.app" version="1.2.3" xmlns="http://www.w3.org/ns/widgets"><name>App</name></widget>""";

    [Fact]
    public void A_cordova_project_is_its_www_folder()
    {
        using var app = TemporaryApp.Cordova(Widget, ("www/js/a.js", "1"), ("node_modules/x/index.js", ""), ("platforms/android/y", ""));
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Equal(AppKind.Cordova, source.Kind);
        Assert.Equal(["index.html", "js/a.js"], source.WebFiles.Select(f => f.Path));
    }

    [Fact]
    public void Merges_for_android_lie_over_www_and_those_for_ios_do_not()
    {
        using var app = TemporaryApp.Cordova(Widget, ("www/a.txt", "general"), ("merges/android/a.txt", "android"), ("merges/android/b.txt", "more"), ("merges/ios/c.txt", "ios"));
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Equal(["a.txt", "b.txt", "index.html"], source.WebFiles.Select(f => f.Path));
        Assert.Equal("android"u8.ToArray(), source.FindWebFile("a.txt")!.ReadAll(100));
    }

    [Fact]
    public void A_folder_with_an_index_page_is_an_app()
    {
        using var app = new TemporaryApp(("index.html", "<!-- <title>no</title> --><TITLE>\n My &amp; page </TITLE>"), ("_hidden", "x"), (".well-known/y", "z"));
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Equal(AppKind.PlainFolder, source.Kind);
        Assert.Equal("My & page", source.Title);
        Assert.Equal([".well-known/y", "_hidden", "index.html"], source.WebFiles.Select(f => f.Path));
    }

    [Theory]
    [InlineData("""<link rel="manifest" href="app/manifest.json">""")]
    [InlineData("""<link href='./app/manifest.json?v=2' crossorigin rel='icon manifest'/>""")]
    [InlineData("""<LINK REL=manifest HREF=/app/manifest.json>""")]
    public void A_linked_manifest_is_found(string link)
    {
        using var app = new TemporaryApp(("index.html", $"<head>{link}</head>"), ("app/manifest.json", """{"name":"Linked","start_url":"../index.html"}"""));
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Equal(AppKind.WebManifest, source.Kind);
        Assert.Equal("Linked", source.Manifest!.Name!.Value);
    }

    [Fact]
    public void A_manifest_json_of_a_bundler_is_not_a_web_app_manifest()
    {
        using var app = new TemporaryApp(("index.html", ""), ("manifest.json", """{"src/main.js":{"file":"assets/main.js"}}"""));
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Equal(AppKind.PlainFolder, source.Kind);
    }

    [Fact]
    public void The_build_folder_of_a_project_is_preferred_to_its_source()
    {
        using var app = new TemporaryApp(("package.json", "{}"), ("index.html", "source"), ("dist/index.html", "built"));
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Equal("dist", source.WebRoot);
        Assert.Contains(source.Notices, n => n.Kind == AppProblems.WebFolderChosen);
    }

    [Fact]
    public void Litter_is_left_out_and_said()
    {
        using var app = new TemporaryApp(("index.html", ""), (".git/HEAD", ""), ("node_modules/a/b.js", ""), ("img/.DS_Store", ""), ("lib/node_modules/c.js", ""));
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Equal(["index.html", "lib/node_modules/c.js"], source.WebFiles.Select(f => f.Path));
        var notice = Assert.Single(source.Notices, n => n.Kind == FileProblems.Skipped);
        Assert.Contains("node_modules/", notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_no_app_is_refused()
    {
        using var app = new TemporaryApp(("readme.txt", ""));
        Assert.Equal([AppProblems.NoStartPage.Code], Expect.Errors(app));
    }

    [Fact]
    public void A_path_to_nothing_is_refused()
    {
        var e = Assert.Throws<ProblemException>(() => AppReader.Read("/nonexistent/app", MobilePlatform.Android));
        Assert.Equal(AppProblems.NotFound, Assert.Single(e.Problems).Kind);
    }

    [Fact]
    public void Links_inside_the_app_are_followed()
    {
        using var app = new TemporaryApp(("index.html", ""), ("real/a.txt", "content"));
        File.CreateSymbolicLink(app["copy.txt"], "real/a.txt");
        Directory.CreateSymbolicLink(app["also"], app["real"]);
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Equal(["also/a.txt", "copy.txt", "index.html", "real/a.txt"], source.WebFiles.Select(f => f.Path));
    }

    [Theory]
    [InlineData("/etc/hostname")]
    [InlineData("../outside.txt")]
    [InlineData("nothing-there")]
    public void A_link_that_leaves_the_app_is_refused(string target)
    {
        using var app = new TemporaryApp(("app/index.html", ""), ("outside.txt", "secret"));
        File.CreateSymbolicLink(app["app/link.txt"], target);
        var e = Assert.Throws<ProblemException>(() => AppReader.Read(app["app"], MobilePlatform.Android));
        Assert.Equal(FileProblems.LinkLeaves, Assert.Single(e.Problems).Kind);
    }

    [Fact]
    public void A_link_to_a_sibling_whose_name_begins_alike_leaves_the_app()
    {
        using var app = new TemporaryApp(("app/index.html", ""), ("app-secret/key.txt", "secret"));
        File.CreateSymbolicLink(app["app/link.txt"], "../app-secret/key.txt");
        var e = Assert.Throws<ProblemException>(() => AppReader.Read(app["app"], MobilePlatform.Android));
        Assert.Equal(FileProblems.LinkLeaves, Assert.Single(e.Problems).Kind);
    }

    [Fact]
    public void A_link_to_a_folder_above_ends_in_a_problem_and_not_in_a_loop()
    {
        using var app = new TemporaryApp(("index.html", ""));
        Directory.CreateSymbolicLink(app["loop"], ".");
        Assert.Equal([FileProblems.TooDeep.Code], Expect.Errors(app));
    }

    [Fact]
    public void A_pipe_is_refused_and_not_waited_for()
    {
        using var app = new TemporaryApp(("index.html", ""));
        using var mkfifo = System.Diagnostics.Process.Start("mkfifo", app["pipe"]);
        mkfifo.WaitForExit();
        Assert.Equal([FileProblems.SpecialFile.Code], Expect.Errors(app));
    }

    // Finder keeps the picture of a folder in it; its name ends with a carriage return.
    [Fact]
    public void The_icon_of_a_folder_of_macOS_is_left_out()
    {
        using var app = new TemporaryApp(("index.html", ""), ("Icon\r", ""), ("img/Icon\r", ""));
        Assert.Equal(["index.html"], Expect.Plan(app).WebFiles.Select(f => f.Path));
        using var outside = new TemporaryApp();
        app.Run("python3", "-c", "import shutil, sys; shutil.make_archive(sys.argv[1], 'zip', '.')", outside["app"]);
        using var archive = AppReader.Read(outside["app.zip"], MobilePlatform.Android);
        Assert.Equal(["index.html"], archive.WebFiles.Select(f => f.Path));
    }

    [Fact]
    public void A_name_with_a_backslash_is_refused()
    {
        using var app = new TemporaryApp(("index.html", ""), ("a\\b.txt", ""));
        Assert.Equal([FileProblems.NameUnusable.Code], Expect.Errors(app));
    }

    [Fact]
    public void Every_problem_of_an_app_is_said_at_once()
    {
        using var app = TemporaryApp.Cordova(
            """<widget id="single" version="999999"><name> </name><content src="gone.html"/><icon src="../up.png"/><preference name="Hostname" value="-up-"/></widget>""");
        Assert.Equal(
            new[]
            {
                AppProblems.IdOneSegment, AppProblems.VersionCodeInvalid, AppProblems.NameInvalid, AppProblems.StartPageMissing,
                ConfigurationProblems.PathEscape, PreferenceProblems.Hostname,
            }.Select(k => k.Code).Order(StringComparer.Ordinal),
            Expect.Errors(app));
    }

    [Fact]
    public void Options_win_over_what_the_app_says()
    {
        using var app = TemporaryApp.Cordova(Widget);
        var plan = Expect.Plan(app, r => r with { Options = new() { Id = "org.other.app", Name = "Other", VersionName = "2.0.1", VersionCode = "77" } });
        Assert.Equal(("org.other.app", "Other", "2.0.1", 77), (plan.Id, plan.Name, plan.VersionName, plan.VersionCode));
        Assert.Equal("dist/other-2.0.1-debug.apk", plan.OutFile);
        Assert.Equal(MobileBuildType.Debug, plan.Type);
    }
}
