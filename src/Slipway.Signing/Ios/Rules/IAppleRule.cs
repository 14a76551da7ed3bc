using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>Something that must hold for key, profile and app. Rules do not depend on each other, so that all that is wrong is said at once.</summary>
internal interface IAppleRule
{
    /// <summary>What is wrong in the eyes of this rule.</summary>
    IEnumerable<Problem> Check(AppleFacts facts);
}
