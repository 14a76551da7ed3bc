namespace Slipway.Protocol.Builds;

/// <summary>Kinds of artifacts.</summary>
public static class ArtifactKind
{
    /// <summary>The package.</summary>
    public const string Binary = "binary";

    /// <summary>The log.</summary>
    public const string Log = "log";
}
