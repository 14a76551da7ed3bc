namespace Slipway.Protocol.Credentials;

/// <summary>A credential with its secrets: GET <c>/api/v1/credentials/{id}/export</c>.</summary>
public sealed record ExportedCredential : CredentialContent
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of the credential.</summary>
    public required CredentialKind Kind { get; init; }
}
