using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Build.Read.Selection;

/// <summary>
/// A pattern that selects files: <c>*</c> and <c>?</c> stand for characters of a name, <c>**</c> for any folders. A pattern without a slash
/// matches names in every folder; one with a slash is relative to the folder of the web files. A pattern that matches a folder matches all its
/// content.
/// </summary>
internal sealed class PathGlob
{
    private readonly string[] _segments;
    private readonly Regex _path;

    private PathGlob(string text, string[] segments)
    {
        Text = text;
        _segments = segments;
        _path = Compile(segments);
    }

    /// <summary>The pattern as given.</summary>
    public string Text { get; }

    /// <summary>Reads a pattern; returns null when it is empty, or leads out of the app.</summary>
    public static PathGlob? Parse(string text) =>
        PathText.Normalise(text.Trim().TrimStart('/')) is { Length: > 0 } path ? new PathGlob(text, path.Split('/')) : null;

    /// <summary>Returns whether the pattern matches a file or a folder above it.</summary>
    public bool Matches(string path) => _path.IsMatch(path);

    /// <summary>
    /// Returns whether the pattern may match something in a folder. Only a pattern that leads to the folder counts, not one that searches everywhere.
    /// </summary>
    public bool ReachesInto(string folder)
    {
        var names = folder.Split('/');
        if (_segments.Length == 1)
            return false;
        for (var i = 0; i < names.Length; i++)
        {
            if (i == _segments.Length - 1)
                return false;
            if (_segments[i] == "**")
                return i > 0;
            if (!Compile([_segments[i]]).IsMatch(names[i]))
                return false;
        }

        return true;
    }

    private static Regex Compile(string[] segments)
    {
        var pattern = new StringBuilder(segments.Length == 1 ? "^(.*/)?" : "^");
        for (var i = 0; i < segments.Length; i++)
        {
            var isLast = i == segments.Length - 1;
            if (segments[i] == "**")
                pattern.Append(isLast ? ".+" : "(.*/)?");
            else
                pattern.Append(Regex.Escape(segments[i]).Replace("\\*", "[^/]*", StringComparison.Ordinal).Replace("\\?", "[^/]", StringComparison.Ordinal)).Append(isLast ? "" : "/");
        }

        return new Regex(pattern.Append("(/.*)?$").ToString(), RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }
}
