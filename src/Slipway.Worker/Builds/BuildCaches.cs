using Slipway.Worker.Workspaces;

namespace Slipway.Worker.Builds;

/// <summary>The caches that the builds of a worker share.</summary>
/// <param name="Shells">Compiled shells.</param>
/// <param name="Deflated">Deflated files of apps.</param>
/// <param name="Icons">Drawn icons.</param>
/// <param name="Apps">Folders of apps.</param>
internal sealed record BuildCaches(ShellCompilation Shells, DeflatedBlobCache Deflated, DrawnIcons Icons, PlacedApps Apps) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Shells.Dispose();
        Deflated.Dispose();
    }
}
