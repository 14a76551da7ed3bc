using System.Text.Json;

namespace Slipway.Build.Tests.Fuzz;

/// <summary>A JSON file with the members that a reader looks for, of the right and of wrong types.</summary>
internal static class FuzzedJson
{
    private static readonly string[] Members =
    [
        "name", "short_name", "id", "start_url", "scope", "display", "orientation", "theme_color", "background_color", "icons", "src", "sizes", "type", "purpose", "version", "description", "dir", "lang", "appId", "appName", "webDir", "server", "android", "ios",
        "backgroundColor", "plugins", "scripts", "build", "cordova", "platforms", "dependencies", "devDependencies", "related_applications", "shortcuts", "screenshots", "categories",
    ];

    private static readonly string[] Known = ["/", "./", "dashboard", "standalone", "landscape-secondary", "192x192", "any", "512x512 16x16", "maskable", "monochrome any", "image/png", "image/svg+xml", "www", "dist", "build", "icon.png", "vite build"];

    public static string Write(FuzzRandom dice)
    {
        var members = Enumerable.Range(0, dice.Below(12)).Select(_ => $"{JsonSerializer.Serialize(dice.Pick(Members))}:{Value(dice, depth: 0)}");
        return dice.Once(25) ? Value(dice, depth: 0) : "{" + string.Join(",", members) + (dice.Once(25) ? "," : "") + "}";
    }

    private static string Value(FuzzRandom dice, int depth) => dice.Below(depth > 4 ? 5 : 10) switch
    {
        0 => dice.Pick(["null", "true", "-0", "1e400", "12345678901234567890", "0.5"]),
        1 or 2 => JsonSerializer.Serialize(dice.Pick(Known)),
        < 7 => JsonSerializer.Serialize(FuzzedText.Value(dice)),
        7 => "[" + string.Join(",", Enumerable.Range(0, dice.Below(4)).Select(_ => Value(dice, depth + 1))) + "]",
        8 when dice.Once(20) => new string('[', 100) + new string(']', 100),
        _ => "{" + string.Join(",", Enumerable.Range(0, dice.Below(5)).Select(_ => $"{JsonSerializer.Serialize(dice.Pick(Members))}:{Value(dice, depth + 1)}")) + "}",
    };
}
