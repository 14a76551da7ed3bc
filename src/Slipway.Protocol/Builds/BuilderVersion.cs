namespace Slipway.Protocol.Builds;

/// <summary>A version of the builder: what a worker says that it is, and what a build may ask for.</summary>
/// <param name="Name">Such as <c>1.0</c>.</param>
/// <param name="Stage">How far it had come when it was published.</param>
/// <param name="EndOfSupport">The last day on which it gets corrections; null while none is planned.</param>
/// <param name="EndOfLife">The last day on which it builds; null while none is planned.</param>
public sealed record BuilderVersion(string Name, BuilderStage Stage, DateOnly? EndOfSupport, DateOnly? EndOfLife)
{
    /// <summary>The version that this program is.</summary>
    public static BuilderVersion Current { get; } = new("1.0", BuilderStage.Released, null, null);

    /// <summary>All that were published, the newest first.</summary>
    public static IReadOnlyList<BuilderVersion> All { get; } = [Current];
}
