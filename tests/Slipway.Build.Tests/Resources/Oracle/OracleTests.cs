using System.Text;
using System.Text.RegularExpressions;
using Slipway.Build.Resources;
using Slipway.Build.Resources.Compile;
using Slipway.Formats.Arsc;
using Slipway.Formats.Xml;

namespace Slipway.Build.Tests.Resources.Oracle;

/// <summary>
/// aapt2 as the judge: it compiles and links the same folder and manifest as we do, then reads both results, and says the same of both.
/// Differences that are allowed: line numbers of nodes, and the four attributes by which aapt2 tells the framework that it linked with; the rest is equal.
/// </summary>
public partial class OracleTests
{
    private const string Manifest =
        """
        <manifest xmlns:android="http://schemas.android.com/apk/res/android" package="org.example.oracle" android:versionCode="7" android:versionName="1.0">
          <uses-sdk android:minSdkVersion="24" android:targetSdkVersion="29"/>
          <uses-permission android:name="android.permission.INTERNET"/>
          <application android:label="Oracle" android:allowBackup="false" android:theme="@android:style/Theme.Material">
            <activity android:name="org.example.Main" android:exported="true" android:configChanges="orientation|screenSize|keyboardHidden" android:launchMode="singleTask" android:windowSoftInputMode="adjustResize|stateHidden" android:screenOrientation="portrait">
              <intent-filter android:priority="3"><action android:name="android.intent.action.MAIN"/><category android:name="android.intent.category.LAUNCHER"/><data android:scheme="https" android:host="example.org" android:pathPrefix="/a"/></intent-filter>
              <meta-data android:name="m" android:value="true"/><meta-data android:name="n" android:value="12"/><meta-data android:name="o" android:value="#ff0000"/>
            </activity>
          </application>
        </manifest>
        """;

    public static TheoryData<string> Names => [.. ResourceCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Aapt2_says_the_same_of_its_own_result_and_of_ours(string name)
    {
        using var folder = new TemporaryFolder();
        (var theirs, var ours) = Build(folder, ResourceCases.All[name]);

        AssertSameLines(Resources(theirs), Resources(ours));
        foreach (var file in Documents(theirs))
            AssertSameLines(Tree(theirs, file), Tree(ours, file));
    }

    [Fact]
    public void A_changed_value_is_noticed()
    {
        using var folder = new TemporaryFolder();
        (var theirs, var ours) = Build(folder, ResourceCases.All["values"], text => text.Replace("16dp", "17dp", StringComparison.Ordinal));

        Assert.NotEqual(Resources(theirs), Resources(ours));
    }

    [Fact]
    public void A_changed_attribute_is_noticed()
    {
        using var folder = new TemporaryFolder();
        (var theirs, var ours) = Build(folder, ResourceCases.All["files"], text => text.Replace("#80ff0000", "#81ff0000", StringComparison.Ordinal));

        Assert.NotEqual(Tree(theirs, "res/drawable/shape.xml"), Tree(ours, "res/drawable/shape.xml"));
    }

    private static (string Theirs, string Ours) Build(TemporaryFolder folder, (string Path, string Text)[] files, Func<string, string>? change = null)
    {
        foreach ((var path, var text) in files)
        {
            var target = folder["res/" + path];
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text);
        }

        File.WriteAllText(folder["AndroidManifest.xml"], Manifest);
        Aapt2.Run("compile", "--no-crunch", "--dir", folder["res"], "-o", folder["res.zip"]);
        Aapt2.Run(
            "link", "-I", Aapt2.Framework, "--manifest", folder["AndroidManifest.xml"], "-o", folder["theirs.apk"], folder["res.zip"],
            "--no-auto-version", "--no-version-vectors", "--no-resource-deduping", "--no-resource-removal");
        var manifest = SafeXml.Load(Encoding.UTF8.GetBytes(Manifest)).Root!;
        var compiled = ResourceCompiler.Compile(
            "org.example.oracle",
            24,
            files.Select(file => new ResourceFile(file.Path, Encoding.UTF8.GetBytes(change?.Invoke(file.Text) ?? file.Text))),
            manifest);
        IEnumerable<PackagedResource> all = [new("AndroidManifest.xml", compiled.Manifest, true), new("resources.arsc", ResourceTableWriter.Write(compiled.Table), false), .. compiled.Files];
        Aapt2.Pack(folder["ours.apk"], all.Select(file => (file.Path, file.Bytes.ToArray())));
        return (folder["theirs.apk"], folder["ours.apk"]);
    }

    private static void AssertSameLines(string theirs, string ours)
    {
        if (theirs != ours)
        {
            var missing = theirs.Split('\n').Except(ours.Split('\n')).Select(line => "- " + line);
            Assert.Fail(string.Join('\n', missing.Concat(ours.Split('\n').Except(theirs.Split('\n')).Select(line => "+ " + line))));
        }
    }

    private static string Resources(string apk) => Aapt2.Run("dump", "resources", apk);

    private static string Tree(string apk, string file) => SdkMetadata().Replace(Line().Replace(Aapt2.Run("dump", "xmltree", apk, "--file", file), ""), "");

    private static List<string> Documents(string apk) =>
        ["AndroidManifest.xml", .. FileOfTable().Matches(Resources(apk)).Select(match => match.Groups[1].Value).Where(path => path.EndsWith(".xml", StringComparison.Ordinal)).Distinct()];

    [GeneratedRegex(@" \(line=\d+\)")]
    private static partial Regex Line();

    [GeneratedRegex(@"^ *A: \S*(compileSdkVersion|platformBuildVersion)\S*=.*\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex SdkMetadata();

    [GeneratedRegex(@"\(file\) (\S+)")]
    private static partial Regex FileOfTable();
}
