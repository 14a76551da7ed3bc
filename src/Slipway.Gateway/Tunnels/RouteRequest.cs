using System.Net;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tunnels;

/// <summary>A connection that is wanted.</summary>
/// <param name="Destination">Where to.</param>
/// <param name="Addresses">Its addresses, all of them judged, at least one; empty when the route does not need them.</param>
/// <param name="IsPlain">A request of plain HTTP follows, not a tunnel.</param>
public sealed record RouteRequest(Destination Destination, IReadOnlyList<IPAddress> Addresses, bool IsPlain);
