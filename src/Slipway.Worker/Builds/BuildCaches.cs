using Slipway.Worker.Workspaces;

namespace Slipway.Worker.Builds;

/// <summary>What the worker keeps for all builds.</summary>
/// <param name="Shells">Compiled shells.</param>
/// <param name="Deflated">Deflated contents.</param>
/// <param name="Icons">Drawn icons.</param>
/// <param name="Apps">Folders of apps.</param>
internal sealed record BuildCaches(ShellCompilation Shells, DeflatedContents Deflated, DrawnIcons Icons, PlacedApps Apps) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Shells.Dispose();
        Deflated.Dispose();
    }
}
