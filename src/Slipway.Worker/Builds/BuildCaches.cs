namespace Slipway.Worker.Builds;

/// <summary>What the worker keeps for all builds.</summary>
/// <param name="Shells">Compiled shells.</param>
/// <param name="Deflated">Deflated contents.</param>
/// <param name="Icons">Drawn icons.</param>
internal sealed record BuildCaches(ShellCompilation Shells, DeflatedContents Deflated, DrawnIcons Icons) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Shells.Dispose();
        Deflated.Dispose();
    }
}
