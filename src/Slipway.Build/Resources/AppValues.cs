using System.Text;
using System.Xml.Linq;
using Slipway.Build.Plan;
using Slipway.Build.Resources.Compile;

namespace Slipway.Build.Resources;

/// <summary>Makes the values, drawables and backup rules of an app, as files of a <c>res</c> folder.</summary>
internal static class AppValues
{
    private static readonly Colour Night = new(0xFF121212);

    public static IEnumerable<ResourceFile> Files(AndroidResourceInput input)
    {
        var day = Opaque(input.BackgroundColour ?? Colour.White);
        var night = input.BackgroundColour is { } asked ? Opaque(asked) : Night;
        yield return File("values/strings.xml", Strings(input.Label));
        foreach ((var locale, var label) in input.LocalisedLabels.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            yield return File($"values-{locale}/strings.xml", Strings(label));

        yield return File("values/colors.xml", Colours(day));
        yield return File("values-night/colors.xml", Colours(night));
        foreach (var qualifiers in (string[])["", "-v27", "-v28", "-v31"])
        {
            yield return File($"values{qualifiers}/themes.xml", Theme(input, day, Level(qualifiers)));
            yield return File($"values-night{qualifiers}/themes.xml", Theme(input, night, Level(qualifiers)));
        }

        yield return File("drawable/splash.xml", Splash);
        yield return File("xml/backup_rules.xml", """<full-backup-content><exclude domain="root" path="app_webview/Default/GPUCache"/></full-backup-content>""");
        yield return File("xml/data_extraction_rules.xml", """<data-extraction-rules><cloud-backup/><device-transfer/></data-extraction-rules>""");
    }

    /// <summary>Escapes a text for a string resource.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '\\' or '\'' or '"' => $"\\{c}",
                '@' or '?' or '#' when escaped.Length == 0 => $"\\{c}",
                '\n' => "\\n",
                '\t' => "\\t",
                ' ' when escaped.Length == 0 || escaped[^1] == ' ' => "\\u0020",
                _ => char.IsControl(c) || c is '\uFFFE' or '\uFFFF' ? "" : c.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static ResourceFile File(string path, string xml) => new(path, Encoding.UTF8.GetBytes(xml));

    private static int Level(string qualifiers) => qualifiers.Length == 0 ? 24 : int.Parse(qualifiers.AsSpan(2));

    private static Colour Opaque(Colour colour) => new(colour.Argb | 0xFF000000);

    private static string Strings(string label) =>
        new XElement("resources", new XElement("string", new XAttribute("name", "app_name"), Escape(label))).ToString(SaveOptions.DisableFormatting);

    private static string Colours(Colour background) =>
        $"""<resources><color name="app_background">{background}</color></resources>""";

    /// <summary>A style replaces the style of the same name as a whole, so every level repeats the items of the level below.</summary>
    private static string Theme(AndroidResourceInput input, Colour background, int level)
    {
        var isLight = Luminance(background) > 0.5;
        var light = isLight ? "true" : "false";
        var items = new List<(string Name, string Value)>
        {
            ("android:windowBackground", level >= 31 ? "@color/app_background" : "@drawable/splash"),
            ("android:colorBackground", "@color/app_background"),
            ("android:statusBarColor", "@android:color/transparent"),
            ("android:navigationBarColor", level >= 27 || !isLight ? "@android:color/transparent" : "#66000000"),
            ("android:windowLightStatusBar", light),
            ("android:windowActionModeOverlay", "true"),
        };
        if (level >= 27)
            items.Add(("android:windowLightNavigationBar", light));

        if (level >= 28)
            items.Add(("android:windowLayoutInDisplayCutoutMode", "shortEdges"));

        if (level >= 31)
        {
            items.Add(("android:windowSplashScreenBackground", "@color/app_background"));
            items.Add(("android:windowSplashScreenAnimatedIcon", "@mipmap/ic_launcher_foreground"));
        }

        if (input.Fullscreen)
            items.Add(("android:windowFullscreen", "true"));

        var parent = isLight ? "@android:style/Theme.Material.Light.NoActionBar" : "@android:style/Theme.Material.NoActionBar";
        var body = string.Concat(items.Select(item => $"""<item name="{item.Name}">{item.Value}</item>"""));
        return $"""<resources><style name="Theme.App" parent="{parent}">{body}</style></resources>""";
    }

    private static double Luminance(Colour c) => (((c.Argb >> 16 & 0xFF) * 0.299) + ((c.Argb >> 8 & 0xFF) * 0.587) + ((c.Argb & 0xFF) * 0.114)) / 255;

    private const string Splash =
        """
        <layer-list xmlns:android="http://schemas.android.com/apk/res/android">
          <item android:drawable="@color/app_background"/>
          <item android:drawable="@mipmap/ic_launcher_foreground" android:gravity="center" android:width="192dp" android:height="192dp"/>
        </layer-list>
        """;
}
