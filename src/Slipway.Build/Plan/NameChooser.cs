using Slipway.Build.Read;
using Slipway.Build.Rules;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Plan;

/// <summary>Chooses the name under the icon. When the app's name is too long, takes its short name, or the beginning of the name.</summary>
internal sealed class NameChooser(SourceApp app, List<Problem> notices)
{
    /// <summary>Returns the name; null when the app has none.</summary>
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

    // Cuts between two words where possible, and never within a letter.
    private static string Cut(string name)
    {
        var end = NameForm.Longest - 1;
        if (char.IsLowSurrogate(name[end]))
            end--;
        var space = name.LastIndexOf(' ', end);
        return name[..(space > NameForm.Longest / 2 ? space : end)].TrimEnd() + "…";
    }
}
