namespace Slipway.Protocol.Access;

/// <summary>A new organisation.</summary>
/// <param name="Id">Id.</param>
/// <param name="AdministratorToken">Token of its first administrator; shown only here.</param>
public sealed record CreatedOrganisation(Guid Id, string AdministratorToken);
