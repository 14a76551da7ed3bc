using System.Net;

namespace Slipway.Build.Tests.Fuzz;

/// <summary>A config.xml out of the elements, attributes and preferences that Cordova and its relatives know, with any values, at any place.</summary>
internal static class FuzzedConfig
{
    private static readonly string[] Elements =
    [
        "name", "description", "author", "content", "access", "allow-navigation", "allow-intent", "preference", "icon", "splash", "platform", "plugin", "engine", "variable", "feature", "param", "hook",
        "edit-config", "config-file", "resource-file", "universal-links", "uses-permission", "uses-feature", "application", "activity", "manifest", "string", "array", "dict", "key", "true", "license", "gap:plugin", "vendor:x",
    ];

    private static readonly string[] Attributes =
    [
        "id", "version", "versionCode", "android-versionCode", "ios-CFBundleVersion", "name", "value", "src", "href", "origin", "density", "width", "height", "role", "foreground", "background", "monochrome", "spec", "short", "email",
        "file", "target", "mode", "parent", "after", "platform", "minimum", "android:name", "android:value", "android:required", "android:maxSdkVersion", "tools:node", "tools:remove", "tools:replace", "launch-external", "xmlns:android", "xml:lang", "dir",
    ];

    private static readonly string[] Preferences =
    [
        "Orientation", "Fullscreen", "BackgroundColor", "StatusBarBackgroundColor", "android-minSdkVersion", "android-targetSdkVersion", "deployment-target", "target-device", "SplashScreen", "SplashScreenDelay", "AndroidWindowSplashScreenBackground",
        "AndroidWindowSplashScreenAnimatedIcon", "DisallowOverscroll", "AllowInlineMediaPlayback", "scheme", "hostname", "AndroidLaunchMode", "KeepRunning", "AppendUserAgent", "OverrideUserAgent", "Suppresses3DTouchGesture", "android-installLocation", "Suite",
    ];

    private static readonly string[] Targets =
        ["AndroidManifest.xml", "app/src/main/AndroidManifest.xml", "*-Info.plist", "/manifest", "/manifest/application", "/manifest/application/activity[@android:name='MainActivity']", "/*", "//x", "CFBundleName", "NSCameraUsageDescription", "merge", "overwrite", "add", "res/values/strings.xml"];

    private static readonly string[] Known = ["android", "ios", "browser", "ANDROID", "true", "removeAll", "remove", "merge", "strict", "android.permission.CAMERA", "28", "mdpi", "xxxhdpi", "1024", "maskable"];

    public static string Write(FuzzRandom dice)
    {
        var head = dice.Below(8) switch
        {
            0 => "",
            1 => "<?xml version=\"1.1\"?>",
            2 => $"<?xml version='1.0' encoding='{dice.Pick(["utf-16", "windows-1252", "Shift_JIS", "x-none", ""])}'?>",
            3 => "<!DOCTYPE widget [<!ENTITY a \"b\">]>",
            _ => "<?xml version='1.0' encoding='utf-8'?>",
        };
        var root = dice.Once(12) ? dice.Pick(Elements) : "widget";
        var id = dice.Once(4) ? FuzzedText.Value(dice) : "com.example.fuzz";
        var version = dice.Once(4) ? FuzzedText.Value(dice) : "1.2.3";
        var spaces = dice.Once(3) ? " xmlns='http://www.w3.org/ns/widgets' xmlns:android='http://schemas.android.com/apk/res/android' xmlns:tools='http://schemas.android.com/tools' xmlns:cdv='http://cordova.apache.org/ns/1.0'" : "";
        var inner = string.Concat(Enumerable.Range(0, dice.Below(10)).Select(_ => Element(dice, depth: 0)));
        return $"{head}<{root} id=\"{Escape(dice, id)}\" version=\"{Escape(dice, version)}\"{spaces}{Attribute(dice)}>{inner}</{root}>";
    }

    private static string Element(FuzzRandom dice, int depth)
    {
        var name = dice.Pick(Elements);
        if (name == "preference" && !dice.Once(5))
            return $"<preference name=\"{dice.Pick(Preferences)}\" value=\"{Escape(dice, FuzzedText.Value(dice))}\"/>";
        var attributes = string.Concat(Enumerable.Range(0, dice.Below(4)).Select(_ => Attribute(dice)));
        var inner = depth < 5 && dice.Once(2) ? string.Concat(Enumerable.Range(0, dice.Below(4)).Select(_ => Element(dice, depth + 1))) : dice.Once(3) ? Escape(dice, FuzzedText.Value(dice)) : "";
        return $"<{name}{attributes}>{inner}</{name}>";
    }

    private static string Attribute(FuzzRandom dice) => dice.Once(3) ? "" : $" {dice.Pick(Attributes)}=\"{Escape(dice, dice.Below(3) switch { 0 => dice.Pick(Targets), 1 => dice.Pick(Known), _ => FuzzedText.Value(dice) })}\"";

    // Now and then nothing is escaped, as in files that people write.
    private static string Escape(FuzzRandom dice, string text) => dice.Once(40) ? text : WebUtility.HtmlEncode(text);
}
