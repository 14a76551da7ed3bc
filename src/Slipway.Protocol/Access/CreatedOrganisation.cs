namespace Slipway.Protocol.Access;

/// <summary>An organisation that was made.</summary>
/// <param name="Id">Id.</param>
/// <param name="AdministratorToken">Token of its first administrator, shown this once.</param>
public sealed record CreatedOrganisation(Guid Id, string AdministratorToken);
