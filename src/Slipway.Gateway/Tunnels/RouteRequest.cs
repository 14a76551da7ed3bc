using System.Net;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tunnels;

/// <summary>A request for a connection to a destination.</summary>
/// <param name="Destination">The destination.</param>
/// <param name="Addresses">Its judged addresses, at least one; empty when the route does not need them.</param>
/// <param name="IsPlain">Whether a plain HTTP request follows instead of a tunnel.</param>
public sealed record RouteRequest(Destination Destination, IReadOnlyList<IPAddress> Addresses, bool IsPlain);
