namespace Slipway.Protocol.Credentials;

/// <summary>A credential with all that is secret: GET <c>/api/v1/credentials/{id}/export</c>.</summary>
public sealed record ExportedCredential : CredentialContent
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required CredentialKind Kind { get; init; }
}
