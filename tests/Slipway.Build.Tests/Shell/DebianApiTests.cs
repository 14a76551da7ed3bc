using System.Text;
using Slipway.Build.Shell;
using Slipway.Build.Shell.Signatures;
using Slipway.Formats.ClassFile;

namespace Slipway.Build.Tests.Shell;

/// <summary>Our list against the platform's own text, and the whole text against javac.</summary>
public sealed class DebianApiTests
{
    private const int NewestLevelOfDebian = 29;
    private static readonly Lazy<ApiSurface> Whole = new(() =>
    {
        var api = new ApiSurface();
        api.Add(ApiTexts.Debian());
        return api;
    });

    [Fact]
    public void Each_type_and_member_up_to_level_29_in_our_list_is_as_the_platform_has_it() =>
        Assert.Empty(Differences(ApiTexts.Ours(), Whole.Value));

    [Fact]
    public void A_wrong_signature_in_our_list_would_be_found()
    {
        var ours = new ApiSurface();
        ours.Add(Encoding.UTF8.GetString(ShellSources.Api[0].Content).Replace("boolean canGoBack()", "int canGoBack()", StringComparison.Ordinal));
        Assert.Equal(["android/webkit/WebView: canGoBack()I 0x1"], Differences(ours, Whole.Value));
    }

    [Fact]
    public void The_whole_text_has_no_member_that_the_reader_overlooks()
    {
        string[] kinds = ["    ctor ", "    method ", "    field ", "    enum_constant "];
        var lines = ApiTexts.Debian().Split('\n').Count(line => kinds.Any(kind => line.StartsWith(kind, StringComparison.Ordinal)));
        Assert.Equal(lines, Whole.Value.Types.Sum(t => t.Members.Count));
        Assert.True(lines > 60_000);
    }

    [Fact]
    public void Javac_accepts_every_type_of_the_whole_text()
    {
        using var work = new TemporaryFolder();
        ApiStubFolder.Write(Whole.Value.Types, work.Path);
        var probe = string.Join('\n', Whole.Value.Types.Where(t => IsPlatform(t) && !IsProtected(t)).Select((t, i) => $"  {t.Name.Replace('/', '.').Replace('$', '.')} f{i};"));
        var classes = Jdk.Compile($$"""
            import android.app.*;
            import android.os.*;
            import android.view.*;
            import android.webkit.*;
            class Sample extends Activity implements View.OnClickListener {
            {{probe}}
              @Override public void onClick(View view) { view.animate().alpha(1f).withEndAction(this::finish); }
              @JavascriptInterface public int level() throws android.content.pm.PackageManager.NameNotFoundException {
                getPackageManager().getPackageInfo(getPackageName(), android.content.pm.PackageManager.GET_PERMISSIONS);
                for (Bundle b : new java.util.ArrayList<Bundle>()) { b.putString("a", Build.MODEL); }
                switch (Build.VERSION.SDK_INT) { case Build.VERSION_CODES.N: return 1; default: return new AlertDialog.Builder(this).create().hashCode(); }
              }
            }
            """, work.Path);
        Assert.Contains(classes[0].Methods.Single(m => m.Name == "level").Annotations, a => a is { Type: "Landroid/webkit/JavascriptInterface;", IsRuntimeVisible: true });
    }

    private static bool IsPlatform(ApiType type) => type.Name.StartsWith("android/", StringComparison.Ordinal);

    private static bool IsProtected(ApiType type) => (type.Access & StubAccessFlags.Protected) != 0;

    private static List<string> Differences(ApiSurface ours, ApiSurface theirs)
    {
        var differences = new List<string>();
        var (ourStubs, theirStubs) = (new ApiStubBuilder(ours.Types), new ApiStubBuilder(theirs.Types));
        foreach (var type in ours.Types.Where(t => t.Since <= NewestLevelOfDebian))
        {
            if (theirs.Find(type.Name) is not { } other)
            {
                differences.Add($"{type.Name} is unknown");
                continue;
            }

            var newer = type.Members.Where(m => m.Since > NewestLevelOfDebian).Select(m => m.Name).ToHashSet();
            differences.AddRange(Lines(ourStubs.Build(type)).Except(Lines(theirStubs.Build(other)))
                .Where(line => !newer.Any(name => line.StartsWith(name, StringComparison.Ordinal))).Select(line => $"{type.Name}: {line}"));
        }

        return differences;
    }

    /// <summary>Everything that a compiler sees of a class, one fact a line.</summary>
    private static IEnumerable<string> Lines(JavaClass type) =>
        type.Fields.Select(f => $"{f.Name}:{f.Descriptor} 0x{f.Access:x} {f.Signature}={f.ConstantValue}")
            .Concat(type.Methods.Select(m => $"{m.Name}{m.Descriptor} 0x{m.Access:x} {m.Signature} {string.Join(',', m.Exceptions)}".TrimEnd()))
            .Append($" class 0x{type.Access:x} {type.SuperName} {string.Join(',', type.Interfaces)} {type.Signature}");
}
