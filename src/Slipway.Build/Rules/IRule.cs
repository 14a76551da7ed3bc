using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>A condition that every app must meet. Rules do not depend on each other, so that a build reports all problems together.</summary>
internal interface IRule
{
    /// <summary>Returns the problems of an app that violates the rule.</summary>
    IEnumerable<Problem> Check(AppDraft app);
}
