namespace Slipway.Protocol.Builds;

/// <summary>The address of an install page. Anyone who has the address can install the app.</summary>
/// <param name="Id">Id of the link.</param>
/// <param name="Build">The build.</param>
/// <param name="Name">Name of the package.</param>
/// <param name="Url">The address.</param>
/// <param name="MadeBy">Who created it: <c>user:ID</c> or <c>token:ID</c>.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">When it expires, unless it is withdrawn before.</param>
public sealed record InstallLinkDescription(Guid Id, Guid Build, string Name, string Url, string MadeBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);
