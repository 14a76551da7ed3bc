namespace Slipway.Server.Limits;

/// <summary>How many requests a minute an organisation may make of each operation of the native-mobile-builds contract.</summary>
/// <param name="Reads">GET.</param>
/// <param name="Creations">POST.</param>
/// <param name="Changes">PATCH, PUT and DELETE.</param>
internal sealed record RequestLimits(long Reads, long Creations, long Changes);
