namespace Slipway.Protocol.Credentials;

/// <summary>A credential that is to be kept: POST <c>/api/v1/credentials</c>.</summary>
public sealed record NewCredential : CredentialContent
{
    /// <summary>Name; no other credential of the organisation may have it.</summary>
    public required string Name { get; init; }

    /// <summary>Keystore, Certificate or Profile.</summary>
    public required CredentialKind Kind { get; init; }

    /// <summary>Name or key of the environment that it is for; null for all.</summary>
    public string? Environment { get; init; }

    /// <summary>Name or key of the application that it is for; null for all.</summary>
    public string? Application { get; init; }
}
