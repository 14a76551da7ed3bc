using System.Text;

namespace Slipway.Build.Tests.Fuzz;

/// <summary>Values, names and encodings that people and tools really produce, and some that nobody should.</summary>
internal static class FuzzedText
{
    private static readonly string[] Values =
    [
        "", " ", "true", "TRUE", "0", "1", "-1", "00012", "+5", "1e9", "2147483647", "2147483648", "-99999999999999999999", "1.2.3", "1.2.3-beta.4+5", "1,5", "NaN", "null",
        "com.example.app", "com.example", "Com.Example.App-2", "com..example", "com.example.class", "com.1example", "a", "*", "#fff", "#12345678", "rgb(1 2 3 / 50%)", "red", "0xff00ff00",
        "portrait", "LANDSCAPE-secondary", "all", "index.html", "index.html?a=b#c", "/", "//", "../index.html", "https://example.com/a?b#c", "http://[::1", "file:///etc/hostname", "data:image/png;base64,AAAA",
        "javascript:alert(1)", "tel:*", "@string/app_name", "?attr/x", "res/icon.png", "icon.png", "icon.svg", "$VARIABLE", "a\tb\nc", "a\u0000b", "\u202eabc", "\ud83d\udc69\u200d\ud83d\udc67", "e\u0301", "\u00e9", "日本語", "\ufeffx",
    ];

    private static readonly string[] Segments =
    [
        "a", "js", "App.js", "app.js", "APP.JS", "a:b.js", "a.", "a ", " a", ".hidden", "-a", "~a", "a~1", "CON", "nul.txt", "é.js", "e\u0301.js", "日本.html", "a*b?.js", "a\\b.js", "a\"b.js", "a'b.js", "a&b.js", "a<b>.js",
        "a%00.js", "a%2fb.js", "a\u0001.js", "a\nb.js", "\u202ea.js", "node_modules", "platforms", "plugins", "merges", "android", "ios", "www", "dist", "build", "public", "src", "META-INF", "_CodeSignature", "Info.plist", "AndroidManifest.xml",
        "resources.arsc", "classes.dex", "assets", "res", "PkgInfo", "cordova.js", "index.html", "index.htm", "INDEX.HTML", "config.xml", "package.json", "google-services.json", "a.zip", "a.apk", "a.jar", "a.js.gz", "a.svg", "a.png",
    ];

    public static string Value(FuzzRandom dice) => dice.Below(12) switch
    {
        0 => new string((char)('a' + dice.Below(26)), dice.Pick([64, 256, 5_000])),
        1 => dice.Pick(Values) + dice.Pick(Values),
        2 => dice.Below(100_000).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => dice.Pick(Values),
    };

    /// <summary>A path of one to four parts, none of which is longer than a file system takes.</summary>
    public static string Path(FuzzRandom dice)
    {
        var parts = Enumerable.Range(0, 1 + dice.Below(4)).Select(_ => dice.Once(40) ? new string('x', 250) : dice.Pick(Segments));
        return string.Join('/', parts).Replace("\\", dice.Once(2) ? "\\" : "_", StringComparison.Ordinal);
    }

    /// <summary>A text in some encoding, mostly UTF-8, perhaps spoilt.</summary>
    public static byte[] Encode(FuzzRandom dice, string text)
    {
        var bytes = dice.Below(16) switch
        {
            0 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            1 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            2 => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            3 => Encoding.Latin1.GetBytes(text),
            4 => Encoding.UTF32.GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        };
        for (var i = dice.Once(8) ? 1 + dice.Below(4) : 0; i > 0 && bytes.Length > 0; i--)
            bytes[dice.Below(bytes.Length)] = (byte)dice.Below(256);
        return dice.Once(30) ? bytes[..dice.Below(bytes.Length + 1)] : bytes;
    }
}
