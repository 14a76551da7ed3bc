using Slipway.Build.Shell;
using Slipway.Build.Shell.Lint;
using Slipway.Build.Shell.Signatures;
using Slipway.Formats.ClassFile;

namespace Slipway.Build.Tests.Shell.Lint;

public class ApiLevelLintTests
{
    private const string Api = """
        package android.os { public class Build { } public static class Build.VERSION { field public static final int SDK_INT; } }
        package java.lang {
          public class Object { ctor public Object(); }
          public interface Runnable { method public void run(); }
          public class RuntimeException { ctor public RuntimeException(); }
        }
        package java.util { public final class Objects { method public static <T> T requireNonNull(T); } }
        package p {
          public class Old { ctor public Old(); method public void old(); method @since 30 public void newer(); field @since 31 public int field; }
          public class Child extends p.Old { ctor public Child(); method @since 29 public void old(); }
          @since 33 public class New { ctor @since 33 public New(); method @since 33 public static void call(); method @since 34 public void later(); }
          @since 33 public interface Callback { method @since 33 public void go(); }
          @since 26 public class Failure extends java.lang.RuntimeException { ctor @since 26 public Failure(); }
        }
        """;

    /// <summary>Bodies of methods, each with the finding that is expected, if any. One start of javac compiles them all.</summary>
    private static readonly (string Body, string Expected)[] Cases =
    [
        ("o.newer();", "p.Old.newer exists since API level 30, only 24 is sure here"),
        ("if (SDK_INT >= 30) o.newer();", ""),
        ("if (SDK_INT > 29) o.newer();", ""),
        ("if (30 <= SDK_INT) o.newer();", ""),
        ("if (29 < SDK_INT) { o.newer(); }", ""),
        ("if (SDK_INT == 30) o.newer();", ""),
        ("if (SDK_INT >= 29) o.newer();", "p.Old.newer exists since API level 30, only 29 is sure here"),
        ("if (SDK_INT <= 30) o.newer();", "p.Old.newer exists since API level 30, only 24 is sure here"),
        ("if (SDK_INT >= 30) o.old(); else o.newer();", "p.Old.newer exists since API level 30, only 24 is sure here"),
        ("if (SDK_INT >= 30) o.old(); o.newer();", "p.Old.newer exists since API level 30, only 24 is sure here"),
        ("if (SDK_INT < 30) return; o.newer();", ""),
        ("if (SDK_INT < 30) throw new RuntimeException(); o.newer();", ""),
        ("if (SDK_INT < 30) o.old(); else o.newer();", ""),
        ("if (SDK_INT >= 30 && o != null) o.newer();", ""),
        ("if (o != null && SDK_INT >= 30) o.newer();", ""),
        ("if (o != null || SDK_INT >= 30) o.newer();", "p.Old.newer exists since API level 30, only 24 is sure here"),
        ("if (SDK_INT < 30 || o == null) return; o.newer();", ""),
        ("if (!(SDK_INT >= 30)) return; o.newer();", ""),
        ("for (int i = 0; i < 3; i++) { if (SDK_INT < 30) continue; o.newer(); }", ""),
        ("while (SDK_INT >= 30) { o.newer(); }", ""),
        ("int x = SDK_INT >= 31 ? o.field : 0;", ""),
        ("int x = SDK_INT >= 30 ? o.field : 0;", "p.Old.field exists since API level 31, only 30 is sure here"),
        ("if (SDK_INT >= 33) { New.call(); if (SDK_INT >= 34) new New().later(); }", ""),
        ("if (SDK_INT >= 33) new New().later();", "p.New.later exists since API level 34, only 33 is sure here"),
        ("Object x = o; if (x instanceof New) { }", "p.New exists since API level 33, only 24 is sure here"),
        ("new Child().old();", ""),
        ("new Child().newer();", "p.Child.newer exists since API level 30, only 24 is sure here"),
        ("Runnable r = () -> o.newer();", "p.Old.newer exists since API level 30, only 24 is sure here"),
        ("if (SDK_INT >= 30) { Runnable r = () -> o.newer(); }", ""),
        ("if (SDK_INT >= 30) { Runnable r = () -> { Runnable s = () -> o.newer(); }; }", ""),
        ("if (SDK_INT >= 30) { Runnable r = o::newer; }", ""),
        ("Runnable r = o::newer;", "p.Old.newer exists since API level 30, only 24 is sure here"),
        ("Callback c = () -> { };", "p.Callback exists since API level 33, only 24 is sure here"),
        ("if (SDK_INT >= 30) { new Runnable() { public void run() { o.newer(); } }.run(); }", ""),
        ("new Runnable() { public void run() { o.newer(); } }.run();", "p.Old.newer exists since API level 30, only 24 is sure here"),
        ("try { o.old(); } catch (Failure e) { }", "p.Failure exists since API level 26, only 24 is sure here"),
        ("marked(o);", "Sample.marked exists since API level 30, only 24 is sure here"),
        ("if (SDK_INT >= 30) marked(o);", ""),
        ("Marked.run(o);", "Sample.Marked.run exists since API level 30, only 24 is sure here"),
        ("if (SDK_INT >= 30) Marked.run(o);", ""),
        ("o.toString();", "java.lang.Object.toString is not in the list of API signatures"),
    ];

    private const int FirstLine = 6;

    [Fact]
    public void A_use_above_the_lowest_level_is_reported_unless_a_check_guards_it()
    {
        var found = Check(Cases.Select(c => c.Body)).ToLookup(f => f.Line, f => f.ToString());
        var actual = Cases.Select((c, i) => (c.Body, string.Join('\n', found[FirstLine + i].Distinct()))).ToArray();
        var expected = Cases.Select((c, i) => (c.Body, c.Expected.Length == 0 ? "" : $"Sample.java:{FirstLine + i}: {c.Expected}")).ToArray();
        Assert.Equal(expected, actual);
        Assert.Equal(Cases.Count(c => c.Expected.Length > 0), found.Count);
    }

    [Fact]
    public void The_shell_is_clean_at_its_lowest_level_and_would_not_be_below()
    {
        var api = ApiTexts.Ours();
        var classes = new ShellCompiler(ShellSources.Java, ShellSources.Api).Compile(JavaCompiler.Find(), api, null, debug: false, CancellationToken.None)
            .Select(file => ClassFileReader.Read(file.Content, file.Name)).ToArray();
        Assert.Empty(ApiLevelLint.Check(classes, api, 24));
        foreach (var type in classes)
            type.Annotations.Clear();

        Assert.Contains(ApiLevelLint.Check(classes, api, 24), f => f is { File: "PredictiveBack.java", Required: 33, Known: 24 });
    }

    private static IReadOnlyList<ApiLevelFinding> Check(IEnumerable<string> bodies)
    {
        var api = new ApiSurface();
        api.Add(Api);
        using var stubs = new TemporaryFolder();
        ApiStubFolder.Write([.. api.Types.Where(t => !t.Name.StartsWith("java/", StringComparison.Ordinal))], stubs.Path);
        File.WriteAllText(Path.Combine(stubs.Path, "RequiresSdk.java"), "package dev.slipway.shell; public @interface RequiresSdk { int value(); }");
        ExternalTool.Run("javac", "--release", "8", "-Xlint:-options", "-d", stubs.Path, Path.Combine(stubs.Path, "RequiresSdk.java"));
        var classes = Jdk.Compile($$"""
            import static android.os.Build.VERSION.SDK_INT;
            import p.*;
            import dev.slipway.shell.RequiresSdk;

            class Sample {
            {{string.Join('\n', bodies.Select((body, i) => $"void test{i}(Old o) {{ {body} }}"))}}
              @RequiresSdk(30) static void marked(Old o) { o.newer(); }
              @RequiresSdk(30) static class Marked { static void run(Old o) { o.newer(); Runnable r = () -> o.newer(); } }
            }
            """, stubs.Path);
        return ApiLevelLint.Check(classes, api, 24);
    }
}
