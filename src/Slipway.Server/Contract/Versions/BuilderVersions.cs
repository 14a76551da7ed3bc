using Slipway.Protocol.Builds;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Versions;

/// <summary>The versions of the builder that the service knows, with the current state of each.</summary>
/// <param name="versions">The versions, the newest first.</param>
/// <param name="clock">The clock for today's date; days end in UTC.</param>
internal sealed class BuilderVersions(IReadOnlyList<BuilderVersion> versions, TimeProvider clock)
{
    /// <summary>The version that builds when a request names none.</summary>
    public BuilderVersion Newest => versions.First(version => StateOf(version) == NativeBuilderVersionState.Active);

    /// <summary>All versions, the newest first.</summary>
    public IReadOnlyList<BuilderVersion> All => versions;

    /// <summary>Returns the version with a name; null if there never was one.</summary>
    public BuilderVersion? Find(string name) => versions.FirstOrDefault(version => version.Name == name);

    /// <summary>Returns the state of a version.</summary>
    public NativeBuilderVersionState StateOf(BuilderVersion version)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (today > version.EndOfLife)
            return NativeBuilderVersionState.Obsolete;
        if (today > version.EndOfSupport)
            return NativeBuilderVersionState.Deprecated;
        return version.Stage switch
        {
            BuilderStage.Canary => NativeBuilderVersionState.Canary,
            BuilderStage.Beta => NativeBuilderVersionState.Beta,
            _ => NativeBuilderVersionState.Active,
        };
    }
}
