#pragma warning disable RS0030 // makes archives; what reads them is ours
using System.IO.Compression;
using Slipway.Build.Read;
using Slipway.Formats.Zip;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Read;

/// <summary>Archives as tools of others write them say the same as the folder that they were made of.</summary>
public sealed class ArchiveToolsTests : IDisposable
{
    private const string Python = """
        import os, sys, zipfile
        class Pipe:
            def __init__(self, file): self.file = file
            def write(self, data): return self.file.write(data)
            def flush(self): self.file.flush()
        with open(sys.argv[1], 'wb') as file, zipfile.ZipFile(Pipe(file) if sys.argv[2] == 'pipe' else file, 'w', zipfile.ZIP_DEFLATED) as archive:
            for folder, _, names in os.walk('.'):
                for name in names:
                    path = os.path.join(folder, name)
                    with open(path, 'rb') as content, archive.open(os.path.relpath(path), 'w', force_zip64=True) as entry:
                        entry.write(content.read())
        """;

    private const string DosNames = """
        import sys, zipfile
        with zipfile.ZipFile(sys.argv[1], 'w') as archive:
            for path in ['config.xml', 'www/index.html', 'www/js/a b.js']:
                entry = zipfile.ZipInfo(path.replace('/', '\\'))
                entry.create_system = 0
                archive.writestr(entry, open(path, 'rb').read() if path != 'www/js/a b.js' else b'1')
        """;

    private const string Git = "git init -q . && git add . && git -c user.email=a@example.com -c user.name=a commit -q -m a && git archive --format=zip --prefix=app-1.0/ -o \"$0\" HEAD";

    private const string Perl = "use IO::Compress::Zip qw(:all); my @f = split /\\0/, `find . -type f -print0`; zip [@f] => $ARGV[0], Stream => 1, Zip64 => 1 or die $ZipError";

    private readonly TemporaryApp _app = TemporaryApp.Cordova(
        """<widget id="com.example.app" version="1.2.3" xmlns="http://www.w3.org/ns/widgets"><name>App</name></widget>""",
        ("www/js/ü.js", "1"), ("www/js/a b.js", "1"), ("www/empty.txt", ""), ("www/long.txt", new string('x', 3_000_000)));

    private readonly TemporaryApp _out = new();

    public static TheoryData<string, string[]> Tools => new()
    {
        { "zip", ["-q", "-r", "$", "."] },
        { "sh", ["-c", "zip -q -r - . | cat > \"$0\"", "$"] },
        { "jar", ["cf", "$", "."] },
        { "/usr/bin/python3", ["-c", Python, "$", "file"] },
        { "/usr/bin/python3", ["-c", Python, "$", "pipe"] },
        { "/usr/bin/python3", ["-c", "import shutil,sys; shutil.make_archive(sys.argv[1][:-4], 'zip', '.')", "$"] },
        { "sh", ["-c", Git, "$"] },
        { "perl", ["-e", Perl, "$"] },
    };

    public void Dispose()
    {
        _app.Dispose();
        _out.Dispose();
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void An_archive_of_a_tool_holds_the_app(string tool, string[] arguments)
    {
        _app.Run(tool, [.. arguments.Select(argument => argument == "$" ? _out["app.zip"] : argument)]);
        Assert.Equal(Contents(_app.Folder), Contents(_out["app.zip"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_archive_of_the_runtime_holds_the_app(bool withFolder)
    {
        ZipFile.CreateFromDirectory(_app.Folder, _out["app.zip"], CompressionLevel.Fastest, withFolder);
        Assert.Equal(Contents(_app.Folder), Contents(_out["app.zip"]));
    }

    [Fact]
    public void An_archive_with_the_paths_of_windows_holds_the_app()
    {
        _app.Run("/usr/bin/python3", "-c", DosNames, _out["app.zip"]);
        Assert.Equal(["index.html", "js/a b.js"], Contents(_out["app.zip"]).Keys);
    }

    [Fact]
    public void What_a_mac_adds_is_left_out()
    {
        _app.Run("sh", "-c", "mkdir -p top && cp -r config.xml www top && mkdir -p __MACOSX/top/www && touch .DS_Store top/www/.DS_Store __MACOSX/top/._www __MACOSX/top/www/._index.html && zip -q -r \"$0\" top __MACOSX .DS_Store", _out["app.zip"]);
        Assert.Equal(Contents(_app.Folder), Contents(_out["app.zip"]));
    }

    [Fact]
    public void Ends_of_lines_that_a_script_appended_do_not_hinder()
    {
        _app.Run("sh", "-c", "zip -q -r \"$0\" . && printf '\\r\\n' >> \"$0\"", _out["app.zip"]);
        Assert.Equal(Contents(_app.Folder), Contents(_out["app.zip"]));
    }

    [Theory]
    [InlineData("mkdir -p a/b && mv config.xml www a/b && zip -q -r \"$0\" a", "a zip of the folder that is meant. There is an app in b.")]
    [InlineData("zip -q -r site.zip www && zip -q \"$0\" site.zip", "Give site.zip, which is in the archive")]
    public void What_was_packed_too_deep_is_named(string script, string remedy)
    {
        _app.Run("sh", "-c", script, _out["app.zip"]);
        var problem = Assert.Single(Assert.Throws<ProblemException>(() => AppReader.Read(_out["app.zip"], MobilePlatform.Android)).Problems);
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("node_modules/.bin/x", true)]
    [InlineData("www/x", false)]
    public void A_link_counts_where_it_would_be_packaged(string link, bool isRead)
    {
        _app.Add("node_modules/.bin/y", "");
        File.CreateSymbolicLink(_app[link], "y");
        _app.Run("zip", "-q", "-r", "-y", _out["app.zip"], ".");
        if (isRead)
            Assert.NotEmpty(Contents(_out["app.zip"]));
        else
            Refused(ArchiveProblems.Link, "7z without -snl");
    }

    [Theory]
    [InlineData("platforms/a", true)]
    [InlineData("www/a", false)]
    public void Twins_and_colons_count_where_they_would_be_packaged(string folder, bool isRead)
    {
        foreach (var (name, kind, remedy) in new[] { ("A.js", ArchiveProblems.Duplicate, "Rename one"), ("a:b", ArchiveProblems.Unportable, "Rename the file") })
        {
            _app.Add($"{folder}/a.js", "");
            _app.Add($"{folder}/{name}", "");
            _app.Run("zip", "-q", "-r", _out["app.zip"], ".");
            File.Delete(_app[$"{folder}/{name}"]);
            if (isRead)
                Assert.NotEmpty(Contents(_out["app.zip"]));
            else
                Refused(kind, remedy);
            File.Delete(_out["app.zip"]);
        }
    }

    [Theory]
    [InlineData("tar -czf \"$0\" .", "gzip")]
    [InlineData("tar -cf \"$0\" .", "tar")]
    [InlineData("tar -cJf \"$0\" .", "xz")]
    [InlineData("printf '7z\\274\\257\\047\\034' > \"$0\"", "7-Zip")]
    [InlineData("printf 'Rar!\\032\\007\\001\\000' > \"$0\"", "RAR")]
    [InlineData(": > \"$0\"", "empty")]
    [InlineData("zip -q -r - . | head -c 400 > \"$0\"", "cut off")]
    [InlineData("echo '<!DOCTYPE html><title>404</title>' > \"$0\"", "page")]
    [InlineData("echo 'version https://git-lfs.github.com/spec/v1' > \"$0\"", "git lfs pull")]
    public void Another_format_is_called_by_its_name(string command, string name)
    {
        _app.Run("sh", "-c", command, _out["app.zip"]);
        Refused(ArchiveProblems.NotZip, name);
    }

    [Fact]
    public void An_archive_that_unpacks_itself_or_is_encrypted_is_refused_with_what_to_do()
    {
        _app.Run("sh", "-c", "zip -q -r a.zip . && cat /bin/true a.zip > \"$0\" && rm a.zip", _out["app.zip"]);
        Refused(ArchiveProblems.Unsupported, "zip -J");
        File.Delete(_out["app.zip"]);
        _app.Run("zip", "-q", "-r", "-P", "secret", _out["app.zip"], ".");
        Refused(ArchiveProblems.Encrypted, "without a password");
    }

    private void Refused(ProblemKind kind, string words)
    {
        var problem = Assert.Single(Assert.Throws<ProblemException>(() => Contents(_out["app.zip"])).Problems.DistinctBy(p => p.Code));
        Assert.Equal(kind, problem.Kind);
        Assert.Contains(words, problem.Message + problem.Remedy, StringComparison.Ordinal);
    }

    private static SortedDictionary<string, ContentHash> Contents(string app)
    {
        using var source = AppReader.Read(app, MobilePlatform.Android);
        var contents = new SortedDictionary<string, ContentHash>(StringComparer.Ordinal);
        foreach (var file in source.WebFiles)
        {
            using var content = file.Open();
            contents[file.Path] = ContentHash.Of(content);
        }

        return contents;
    }
}
