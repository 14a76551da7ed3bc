using Slipway.Server.Limits;
using Slipway.Server.Proofs;

namespace Slipway.Server.Access;

/// <summary>Who makes a request.</summary>
/// <param name="TokenId">The token that proved it.</param>
/// <param name="OrganisationId">Whose data is seen; null for tokens of the service itself.</param>
/// <param name="UserId">The person; null for a token of a program.</param>
/// <param name="Scopes">What the token may do.</param>
/// <param name="Address">Where the request came from.</param>
internal sealed record Caller(string TokenId, string? OrganisationId, string? UserId, IReadOnlySet<string> Scopes, string Address)
{
    /// <summary>The person that the token acts for, or who made it; null for none.</summary>
    public string? Owner { get; init; }

    /// <summary>How often the organisation may call; null for tokens of the service itself.</summary>
    public RequestLimits? Limits { get; init; }

    /// <summary>The server that the request came through and that has proven itself; null for none.</summary>
    public ProvenServer? Through { get; init; }

    /// <summary>For whom that server asks; null for whom the token belongs to.</summary>
    public string? Person { get; init; }

    /// <summary>Where the request was made: CLI, IDE, Console or API; null when nobody said.</summary>
    public string? Channel { get; init; }

    /// <summary>May the caller keep what belongs to the service and to no organisation?</summary>
    public bool RunsService => Scopes.Contains(Scope.PlatformAdmin);

    /// <summary>What addresses that need no token are bound to, so that they end with the token that got them; empty for callers without one.</summary>
    public Guid LinkOrigin => Guid.TryParse(TokenId, out var id) ? id : Guid.Empty;

    /// <summary>Names who asks for a build.</summary>
    public string Requester => Person is { } person ? "person:" + person : Actor;

    /// <summary>The organisation; its absence is a fault of the route, which should have asked for a scope of organisations.</summary>
    public string Organisation => OrganisationId ?? throw new InvalidOperationException("The token belongs to no organisation.");

    /// <summary>Names the caller in the audit trail.</summary>
    public string Actor => UserId is { } user ? "user:" + user : TokenId.Length > 0 ? "token:" + TokenId : Through is { } server ? "server:" + server.Id : "service";

    /// <summary>The service itself, where it does something that nobody asked for in a request.</summary>
    public static Caller Service(string organisation) => new("", organisation, null, new HashSet<string>(), "");
}
