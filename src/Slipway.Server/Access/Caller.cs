using Slipway.Server.Limits;
using Slipway.Server.Proofs;

namespace Slipway.Server.Access;

/// <summary>The caller of a request.</summary>
/// <param name="TokenId">The token that authenticated the request.</param>
/// <param name="OrganisationId">The organisation whose data the caller sees; null for tokens of the service itself.</param>
/// <param name="UserId">The user; null for a token of a program.</param>
/// <param name="Scopes">What the token may do.</param>
/// <param name="Address">Where the request came from.</param>
internal sealed record Caller(string TokenId, string? OrganisationId, string? UserId, IReadOnlySet<string> Scopes, string Address)
{
    /// <summary>The user that the token acts for or who created it; null for none.</summary>
    public string? Owner { get; init; }

    /// <summary>The rate limits of the organisation; null for tokens of the service itself.</summary>
    public RequestLimits? Limits { get; init; }

    /// <summary>The machine that signed the request; null for none.</summary>
    public ProvenMachine? Through { get; init; }

    /// <summary>The person for whom that machine makes the request; null for the owner of the token.</summary>
    public string? Person { get; init; }

    /// <summary>The channel of the request: CLI, IDE, Console or API; null if the request names none.</summary>
    public string? Channel { get; init; }

    /// <summary>Whether the caller may administer what belongs to the service and to no organisation.</summary>
    public bool RunsService => Scopes.Contains(Scope.PlatformAdmin);

    /// <summary>The token that signed links are bound to, so that they stop working with it; empty for callers without a token.</summary>
    public Guid LinkOrigin => Guid.TryParse(TokenId, out var id) ? id : Guid.Empty;

    /// <summary>The name of the person or token that requests a build.</summary>
    public string Requester => Person is { } person ? "person:" + person : Actor;

    /// <summary>The organisation. If it is missing, the route has a bug: it does not require a scope of organisations.</summary>
    public string Organisation => OrganisationId ?? throw new InvalidOperationException("The token belongs to no organisation.");

    /// <summary>Names the caller in the audit trail.</summary>
    public string Actor => UserId is { } user ? "user:" + user : TokenId.Length > 0 ? "token:" + TokenId : Through is { } server ? "server:" + server.Id : "service";

    /// <summary>Returns the service itself as the caller, for actions that no request caused.</summary>
    public static Caller Service(string organisation) => new("", organisation, null, new HashSet<string>(), "");
}
