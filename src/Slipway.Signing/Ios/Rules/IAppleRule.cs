using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>A rule for key, profile and app. Rules are independent, so that one run reports all problems.</summary>
internal interface IAppleRule
{
    /// <summary>Returns the problems that this rule finds.</summary>
    IEnumerable<Problem> Check(AppleFacts facts);
}
