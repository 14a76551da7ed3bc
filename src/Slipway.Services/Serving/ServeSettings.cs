using Slipway.Server;

namespace Slipway.Services.Serving;

/// <summary>How <c>slipway serve</c> runs.</summary>
/// <param name="Server">How the service itself runs.</param>
internal sealed record ServeSettings(ServerOptions Server)
{
    /// <summary>Is a worker started?</summary>
    public bool Worker { get; init; } = true;

    /// <summary>Builds that it runs at once; null for one a core.</summary>
    public int? Slots { get; init; }

    /// <summary>Does it build in a sandbox?</summary>
    public bool Sandbox { get; init; } = true;

    /// <summary>Are events told as lines of JSON?</summary>
    public bool Json { get; init; }
}
