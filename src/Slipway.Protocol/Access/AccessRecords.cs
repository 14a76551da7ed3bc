using System.Text.Json;

namespace Slipway.Protocol.Access;

/// <summary>A user's account.</summary>
/// <param name="Id">Id.</param>
/// <param name="Email">Email address.</param>
/// <param name="Name">Name.</param>
/// <param name="Role">Viewer, Developer or Administrator.</param>
/// <param name="Disabled">Whether logging in is refused.</param>
/// <param name="CreatedAt">When the account was created.</param>
public sealed record UserDescription(Guid Id, string Email, string Name, string Role, bool Disabled, DateTimeOffset CreatedAt);

/// <summary>A request to create an account: POST <c>/api/v1/users</c>.</summary>
/// <param name="Email">Email address; unique in the organisation.</param>
/// <param name="Name">Name.</param>
/// <param name="Role">Viewer, Developer or Administrator.</param>
/// <param name="Password">At least ten characters.</param>
public sealed record NewUser(string Email, string Name, string Role, string Password);

/// <summary>Changes to an account: PATCH <c>/api/v1/users/{id}</c>. Null leaves a value as it is.</summary>
/// <param name="Name">Name.</param>
/// <param name="Role">Viewer, Developer or Administrator.</param>
/// <param name="Password">At least ten characters.</param>
/// <param name="Disabled">Whether logging in is refused. Disabling an account also revokes all its tokens.</param>
public sealed record UserChange(string? Name = null, string? Role = null, string? Password = null, bool? Disabled = null);

/// <summary>A token, without its secret.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Prefix">First characters of its text.</param>
/// <param name="Scopes">Scopes of the token.</param>
/// <param name="User">The user for whom it acts; null for a program.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">When it expires; null if it does not expire.</param>
/// <param name="Revoked">Whether it was revoked.</param>
public sealed record TokenDescription(
    Guid Id, string Name, string Prefix, IReadOnlyList<string> Scopes, Guid? User, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, bool Revoked)
{
    /// <summary>The user who created it (<c>user:ID</c>), with whose account it ends, or the token (<c>token:ID</c>); null for the service itself.</summary>
    public string? MadeBy { get; init; }

    /// <summary>Id of the token that created it; null for none.</summary>
    public Guid? MadeWith { get; init; }
}

/// <summary>A request to create a token: POST <c>/api/v1/tokens</c>.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Scopes">Scopes of the token; <c>worker</c> cannot be combined with others.</param>
/// <param name="ExpiresInDays">Days until it expires; null if it does not expire.</param>
/// <param name="AllOrganisations">Whether a worker's token serves all organisations; only an administrator of the service can create such a token.</param>
public sealed record NewTokenRequest(string Name, IReadOnlyList<string> Scopes, int? ExpiresInDays = null, bool AllOrganisations = false);

/// <summary>A new token. Its text is shown only here.</summary>
/// <param name="Id">Id.</param>
/// <param name="Token">The text.</param>
public sealed record CreatedToken(Guid Id, string Token);

/// <summary>A login: POST <c>/api/v1/sessions</c>.</summary>
/// <param name="Email">Email address of the account.</param>
/// <param name="Password">Its password.</param>
/// <param name="Organisation">Name or id of the organisation; needed only if accounts in several organisations share an email address and password.</param>
public sealed record SessionRequest(string Email, string Password, string? Organisation = null);

/// <summary>The answer to a login.</summary>
/// <param name="Token">The token; goes into the header <c>Authorization: Bearer</c>.</param>
/// <param name="ExpiresAt">When the token expires.</param>
/// <param name="User">The user who is logged in.</param>
public sealed record LoginSession(string Token, DateTimeOffset ExpiresAt, UserDescription User);

/// <summary>An entry of the audit log: who did what.</summary>
/// <param name="At">Time of the action.</param>
/// <param name="Actor">Who did it: <c>user:ID</c>, <c>token:ID</c> or <c>service</c>.</param>
/// <param name="Action">The action, such as <c>credential.export</c>.</param>
/// <param name="Subject">Id of what the action was done to.</param>
/// <param name="Address">Network address of the request.</param>
/// <param name="Details">Further details.</param>
public sealed record AuditEntry(DateTimeOffset At, string Actor, string Action, string Subject, string Address, JsonElement Details)
{
    /// <summary>
    /// Number of actions that this entry stands for: actions of the same kind within a minute share one entry, whose other values are those of the first.
    /// </summary>
    public long Times { get; init; } = 1;
}
