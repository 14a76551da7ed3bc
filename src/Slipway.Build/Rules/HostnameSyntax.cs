using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>The preference Hostname is a host name (RFC 1123, 2.1).</summary>
internal sealed class HostnameSyntax : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (app.Hostname is { } setting && !IsHostname(setting.Value))
            yield return PreferenceProblems.Hostname.At(setting.Where, $"'{setting.Value}' is not a host name.");
    }

    private static bool IsHostname(string text) =>
        text.Length is > 0 and <= 253 && text.Split('.').All(label =>
            label.Length is > 0 and <= 63
            && label[0] != '-' && label[^1] != '-'
            && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
}
