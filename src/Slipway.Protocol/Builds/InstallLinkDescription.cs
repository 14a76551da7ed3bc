namespace Slipway.Protocol.Builds;

/// <summary>The address of an install page that is open. Whoever has it can install the app.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Build">The build.</param>
/// <param name="Name">Name of the package.</param>
/// <param name="Url">The address.</param>
/// <param name="MadeBy">Who made it: <c>user:ID</c> or <c>token:ID</c>.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">Until when it is valid, unless it is withdrawn.</param>
public sealed record InstallLinkDescription(Guid Id, Guid Build, string Name, string Url, string MadeBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);
