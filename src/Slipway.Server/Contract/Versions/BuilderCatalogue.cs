using Slipway.Protocol.Builds;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Versions;

/// <summary>The versions of the builder that the service knows, and where each is in its life today.</summary>
/// <param name="versions">The versions, the newest first.</param>
/// <param name="clock">Tells the day; days end in UTC.</param>
internal sealed class BuilderCatalogue(IReadOnlyList<BuilderVersion> versions, TimeProvider clock)
{
    /// <summary>The version that builds when nobody asks for one.</summary>
    public BuilderVersion Newest => versions.First(version => StateOf(version) == NativeBuilderVersionState.Active);

    /// <summary>All, the newest first.</summary>
    public IReadOnlyList<BuilderVersion> All => versions;

    /// <summary>The version of a name; null when there never was one.</summary>
    public BuilderVersion? Find(string name) => versions.FirstOrDefault(version => version.Name == name);

    /// <summary>Where a version is in its life.</summary>
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
