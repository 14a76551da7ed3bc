using Slipway.Build.Read;
using Slipway.Build.Rules;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Plan;

/// <summary>Chooses the name under the icon among those that the app says: where one is too long, the short one, or the beginning.</summary>
internal sealed class NameChooser(SourceApp app, List<Problem> notices)
{
    /// <summary>The name; null when the app says none.</summary>
    public Setting? Choose()
    {
        if (app.Config?.Name is { } configured)
            return Fit(configured, app.Config.ShortName);
        if (app.Capacitor?.Name is { } name)
            return Fit(name, null);
        return app.Manifest?.Name is { } full ? Fit(full, app.Manifest.ShortName) : app.Manifest?.ShortName is { } brief ? Fit(brief, null) : null;
    }

    private Setting Fit(Setting name, Setting? brief)
    {
        if (name.Value.Length <= NameForm.Longest)
            return name;
        var chosen = brief is { Value.Length: > 0 and <= NameForm.Longest } ? brief : name with { Value = Cut(name.Value) };
        notices.Add(AppProblems.NameShortened.At(name.Where, $"The name has {name.Value.Length} characters, so the app is called '{chosen.Value}'."));
        return chosen;
    }

    // Between two words where there are any, and never within a letter.
    private static string Cut(string name)
    {
        var end = NameForm.Longest - 1;
        if (char.IsLowSurrogate(name[end]))
            end--;
        var space = name.LastIndexOf(' ', end);
        return name[..(space > NameForm.Longest / 2 ? space : end)].TrimEnd() + "…";
    }
}
