using System.Globalization;
using Slipway.Build.Plan;
using Slipway.Formats.Names;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>File names stay distinct on file systems that ignore case or compose characters.</summary>
/// <param name="kind">The problem to report when two names are not distinct.</param>
internal sealed class NamesAreDistinct(ProblemKind kind) : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        var twins = new NameCollisions();
        var areDistinct = true;
        foreach (var file in app.Source.WebFiles)
            areDistinct &= twins.Add(file.Path);
        if (areDistinct)
            yield break;
        var before = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in app.Source.WebFiles)
        {
            if (twins.FindTwin(file.Path) is { } twin && before.Add(file.Path) && before.Contains(twin))
            {
                yield return kind.At(file.Path, file.Path.Equals(twin, StringComparison.OrdinalIgnoreCase)
                    ? $"'{file.Path}' and '{twin}' are the same file on file systems that ignore case."
                    : $"The name looks the same as that of another file with other characters: {Spelt(file.Path)} and {Spelt(twin)}.");
            }
        }
    }

    // Shows code points, because a letter with an accent looks the same whether it is one character or two.
    private static string Spelt(string name) => string.Concat(name.Select(c => char.IsAscii(c) ? $"{c}" : string.Create(CultureInfo.InvariantCulture, $"(U+{(int)c:X4})")));
}
