namespace Slipway.Protocol.Credentials;

/// <summary>The content of a credential: PUT <c>/api/v1/credentials/{id}/content</c>.</summary>
public record CredentialContent
{
    /// <summary>The file, at most 1 MiB; base64 in JSON.</summary>
    public required byte[] Content { get; init; }

    /// <summary>The password of the file; null for profiles.</summary>
    public string? Password { get; init; }

    /// <summary>Alias of the key in a keystore; null if the keystore has only one key.</summary>
    public string? Alias { get; init; }

    /// <summary>The password of the key; null if it is the password of the keystore.</summary>
    public string? KeyPassword { get; init; }

    /// <summary>Certificates of the issuers (DER, PEM), if the .p12 does not contain them.</summary>
    public IReadOnlyList<byte[]> Chain { get; init; } = [];

    /// <summary>Returns no secrets.</summary>
    public sealed override string ToString() => GetType().Name;
}
