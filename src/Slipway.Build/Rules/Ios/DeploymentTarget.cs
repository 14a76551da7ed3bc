using System.Globalization;
using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Ios;

/// <summary>The lowest release of iOS is one that the shell runs on.</summary>
internal sealed class DeploymentTarget : IRule
{
    /// <summary>The release that the shell is compiled for.</summary>
    private static readonly Version Lowest = new(15, 0);

    /// <summary>The release that the shell targets, the highest that an app may require.</summary>
    private static readonly Version Highest = new(18, 0);

    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (app.DeploymentTarget is not { } setting)
            yield break;
        if (Parse(setting.Value) is not { } version)
            yield return ConfigurationProblems.Ignored.At(setting.Where, $"The deployment target '{setting.Value}' is not a release of iOS and was ignored.");
        else if (version > Highest)
            yield return IosProblems.DeploymentTarget.At(setting.Where, $"The deployment target is {setting.Value}; it must be from {Lowest} to {Highest}.");
        else if (version < Lowest)
            yield return ConfigurationProblems.Ignored.At(setting.Where, $"The deployment target {setting.Value} was raised to {Lowest}, the lowest release that the shell runs on.");
    }

    /// <summary>Returns the lowest release of iOS of a draft that passed the rules.</summary>
    public static string Of(AppDraft app) =>
        (app.DeploymentTarget is { } setting && Parse(setting.Value) is { } version && version > Lowest ? version : Lowest).ToString(2);

    private static Version? Parse(string text)
    {
        var parts = text.Split('.');
        var numbers = new int[2];
        if (parts.Length is 0 or > 3)
            return null;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 999)
                return null;
            if (i < numbers.Length)
                numbers[i] = number;
        }

        return new Version(numbers[0], numbers[1]);
    }
}
