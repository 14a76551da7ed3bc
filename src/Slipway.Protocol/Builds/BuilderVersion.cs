namespace Slipway.Protocol.Builds;

/// <summary>A version of the builder: workers announce theirs, and a build may ask for one.</summary>
/// <param name="Name">The version, such as <c>1.0</c>.</param>
/// <param name="Stage">How mature it was when it was published.</param>
/// <param name="EndOfSupport">The last day on which it receives corrections; null while none is planned.</param>
/// <param name="EndOfLife">The last day on which it builds; null while none is planned.</param>
public sealed record BuilderVersion(string Name, BuilderStage Stage, DateOnly? EndOfSupport, DateOnly? EndOfLife)
{
    /// <summary>The version of this program.</summary>
    public static BuilderVersion Current { get; } = new("1.0", BuilderStage.Released, null, null);

    /// <summary>All published versions, the newest first.</summary>
    public static IReadOnlyList<BuilderVersion> All { get; } = [Current];
}

/// <summary>How mature a version of the builder was when it was published.</summary>
public enum BuilderStage
{
    /// <summary>For general use.</summary>
    Released,

    /// <summary>For trial use.</summary>
    Beta,

    /// <summary>For experiments.</summary>
    Canary,
}
