using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Server.Contract.Suggestions;

/// <summary>A version that users see: three whole numbers.</summary>
internal readonly partial record struct VersionNumber(int Major, int Minor, int Patch)
{
    /// <summary>The first version of an application.</summary>
    public static VersionNumber First { get; } = new(1, 0, 0);

    /// <summary>The version after this one.</summary>
    public VersionNumber Next => this with { Patch = Patch + 1 };

    /// <summary>Parses a version of three numbers.</summary>
    public static bool TryParse(string text, out VersionNumber version)
    {
        var match = Pattern.Match(text);
        version = match.Success ? new VersionNumber(Number(match, "major"), Number(match, "minor"), Number(match, "patch")) : default;
        return match.Success;
    }

    /// <summary>Reads an app's own version leniently: missing numbers are 0, and anything after the third is ignored.</summary>
    public static VersionNumber Guess(string text) =>
        TryParse(string.Join('.', text.Split('.', '-', '+').Concat(["0", "0"]).Take(3)), out var version) ? version : First;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static int Number(Match match, string part) => int.Parse(match.Groups[part].ValueSpan, CultureInfo.InvariantCulture);

    // Eight digits leave room for the next one.
    [GeneratedRegex(@"^(?<major>[0-9]{1,8})\.(?<minor>[0-9]{1,8})\.(?<patch>[0-9]{1,8})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern { get; }
}
