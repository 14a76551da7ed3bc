using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Workers;
using Slipway.Worker.Pipe;

namespace Slipway.Worker.Builds;

/// <summary>
/// Checks the facts that a build reports against the service's limits: a result that the service refuses would look like a fault of the worker.
/// </summary>
internal static class ResultFacts
{
    private const int LongestStage = 40;

    /// <summary>Returns the facts about the app.</summary>
    /// <param name="result">The result that the child reported.</param>
    /// <param name="revision">The app's files.</param>
    /// <param name="filter">Masks and cleans texts.</param>
    /// <exception cref="MisbehaviourException">An ordinary build does not report this.</exception>
    public static BuiltAppFacts Check(BuildResult result, RevisionManifest revision, LogFilter filter)
    {
        if (!Enum.IsDefined(result.Type) || result.Type == MobileBuildType.Bundle)
            throw new MisbehaviourException("It names a purpose that does not exist.");
        if (result.Timings.Count > ResultLimits.Timings || result.Timings.Any(stage => stage.Key.Length > LongestStage || !double.IsFinite(stage.Value) || stage.Value < 0))
            throw new MisbehaviourException("The result contains impossible durations of stages.");
        var paths = revision.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var inputs = result.NativeInputs.Where(paths.Contains).Distinct(StringComparer.Ordinal).ToList();
        if (inputs.Count > ResultLimits.NativeInputs)
            throw new MisbehaviourException("The result names too many native input files.");
        return new BuiltAppFacts(
            filter.Line(result.Id), filter.Line(result.Name), filter.Line(result.VersionName), filter.Line(result.Version), result.Type, inputs,
            result.Timings.ToDictionary(stage => filter.Line(stage.Key), stage => stage.Value, StringComparer.Ordinal));
    }
}
