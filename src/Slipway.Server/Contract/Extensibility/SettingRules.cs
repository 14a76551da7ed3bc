using Slipway.Protocol.Problems;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Extensibility;

/// <summary>Reads changes of settings and refuses invalid ones.</summary>
internal static class SettingRules
{
    private const int MostSettings = 500;
    private const int MostMetadata = 50;
    private const int LongestKey = 200;
    private const int LongestValue = 1 << 20;

    /// <summary>Returns the changes of a request.</summary>
    /// <exception cref="ProblemException">Lists everything that is wrong with them.</exception>
    public static IReadOnlyList<SettingChange> Read(ExtensibilitySettingsRequest request)
    {
        if (HasGap(request.Settings) || HasGap(request.Libraries) || request.Libraries?.Any(library => HasGap(library.Settings)) == true)
            throw new ProblemException(ServiceProblems.Malformed.At("settings", "A list has null instead of a setting or a library."));
        var changes = (request.Settings ?? []).Select(item => Read("", item))
            .Concat((request.Libraries ?? []).SelectMany(library => (library.Settings ?? []).Select(item => Read(library.Key ?? "", item)))).ToList();
        var problems = changes.SelectMany(Check).ToList();
        if (request.Libraries?.Any(library => !IsKey(library.Key)) == true)
            problems.Add(ServiceProblems.Invalid.At("libraries", "A library has no valid key."));
        if (changes.Count > MostSettings)
            problems.Add(ServiceProblems.Invalid.At("settings", $"There are more than {MostSettings} changes."));
        if (changes.DistinctBy(change => (change.Library, change.Key)).Count() != changes.Count)
            problems.Add(ServiceProblems.Invalid.At("settings", "A setting is changed twice."));
        return problems.Count > 0 ? throw new ProblemException(problems) : changes;
    }

    private static SettingChange Read(string library, ExtensibilitySettingsItemRequest item) => new(library, item.Key ?? "", item.Value, item.Metadata);

    private static IEnumerable<Problem> Check(SettingChange change)
    {
        if (!IsKey(change.Key))
            yield return ServiceProblems.Invalid.At("settings", "A setting has no valid key.", $"Give each a key of 1 to {LongestKey} characters.");
        if (change.Value?.Length > LongestValue)
            yield return ServiceProblems.Invalid.At(change.Key, "The value is longer than 1 MB.");
        if (change.Metadata is { } metadata && (metadata.Count > MostMetadata || HasGap(metadata) || metadata.Any(m => !IsKey(m.Key) || m.Value?.Length > LongestKey * 10)))
            yield return ServiceProblems.Invalid.At(change.Key, $"The setting has more than {MostMetadata} metadata, or some that are too long.");
    }

    // The JSON reader refuses null in members, but not in lists.
    private static bool HasGap<T>(IReadOnlyList<T>? list)
        where T : class => list?.Any(item => item is null) == true;

    private static bool IsKey(string? key) => key is { Length: > 0 and <= LongestKey } && !key.Any(char.IsControl);
}
