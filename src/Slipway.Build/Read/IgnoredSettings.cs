using Slipway.Protocol.Problems;

namespace Slipway.Build.Read;

/// <summary>Collects the settings of a file that a build ignores: one notice for each kind, with the name and the line of each setting.</summary>
internal sealed class IgnoredSettings
{
    private const int Shown = 40;

    private readonly SortedDictionary<string, List<(string Where, string? Name)>> _kinds = new(StringComparer.Ordinal);

    /// <summary>One notice for each kind.</summary>
    public IEnumerable<Problem> Problems => _kinds.Select(kind => Describe(kind.Key, kind.Value));

    /// <summary>Adds a setting.</summary>
    /// <param name="kind">For example <c>preference</c> or <c>&lt;plugin&gt;</c>.</param>
    /// <param name="where">For example <c>config.xml:12</c>.</param>
    /// <param name="name">Its name.</param>
    public void Add(string kind, string where, string? name)
    {
        if (!_kinds.TryGetValue(kind, out var settings))
            _kinds[kind] = settings = [];
        settings.Add((where, name));
    }

    private static Problem Describe(string kind, List<(string Where, string? Name)> settings)
    {
        var first = settings[0].Where;
        var names = settings.Where(setting => setting.Name is not null).DistinctBy(setting => setting.Name).ToList();
        var list = names.Count == 0 ? "" : ": " + string.Join(", ", names.Take(Shown).Select(setting => setting.Name + LineOf(setting.Where, first)));
        var more = names.Count > Shown ? $" and {names.Count - Shown} more" : "";
        var subject = kind.EndsWith('>') && kind.StartsWith('<') ? kind + " was" : kind == "preference" ? "Preferences were" : char.ToUpperInvariant(kind[0]) + kind[1..] + " were";
        return ConfigurationProblems.Ignored.At(first, $"{subject} ignored{list}{more}.");
    }

    // The line of the first setting is already the place of the notice.
    private static string LineOf(string where, string first) =>
        where != first && where.LastIndexOf(':') is > 0 and var colon ? $" (line {where[(colon + 1)..]})" : "";
}
