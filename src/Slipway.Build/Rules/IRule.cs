using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>Something that must hold for every app. Rules do not depend on each other, so that all that is wrong is said at once.</summary>
internal interface IRule
{
    /// <summary>What is wrong with an app in the eyes of this rule.</summary>
    IEnumerable<Problem> Check(AppDraft app);
}
