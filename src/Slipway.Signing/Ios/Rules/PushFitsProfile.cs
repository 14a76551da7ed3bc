using Slipway.Formats.Plist;
using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>The push environment that the app requests is that of the profile.</summary>
internal sealed class PushFitsProfile : IAppleRule
{
    public const string Key = "aps-environment";

    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        if (facts.Profile is not { } profile || facts.Asked[Key] is not { } asked)
            yield break;
        var allowed = profile.Entitlements[Key];
        if (!asked.Equals(allowed))
        {
            yield return AppleSigningProblems.PushEnvironment.At(
                facts.Request.Entitlements!.Name, $"The app requests {Text(asked)}; the profile '{profile.Name}' {(allowed is null ? "has no push notifications" : "is for " + Text(allowed))}.");
        }
    }

    private static string Text(PlistValue value) => value is PlistString { Value: var text } ? text : "a value that is not text";
}
