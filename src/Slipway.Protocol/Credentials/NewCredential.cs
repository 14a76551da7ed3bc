namespace Slipway.Protocol.Credentials;

/// <summary>A new credential: POST <c>/api/v1/credentials</c>.</summary>
public sealed record NewCredential : CredentialContent
{
    /// <summary>Name; unique in the organisation.</summary>
    public required string Name { get; init; }

    /// <summary>Keystore, Certificate or Profile.</summary>
    public required CredentialKind Kind { get; init; }

    /// <summary>Name or key of the environment whose builds may use it; null for all.</summary>
    public string? Environment { get; init; }

    /// <summary>Name or key of the application whose builds may use it; null for all.</summary>
    public string? Application { get; init; }
}
