namespace Slipway.Protocol.Credentials;

/// <summary>What a credential consists of: PUT <c>/api/v1/credentials/{id}/content</c>.</summary>
public record CredentialContent
{
    /// <summary>The file, at most 1 MiB; in JSON as base64.</summary>
    public required byte[] Content { get; init; }

    /// <summary>The password of the file; null for profiles.</summary>
    public string? Password { get; init; }

    /// <summary>Which key of a keystore; null when there is only one.</summary>
    public string? Alias { get; init; }

    /// <summary>The password of the key; null when it is that of the keystore.</summary>
    public string? KeyPassword { get; init; }

    /// <summary>Certificates of the issuers (DER, PEM), where a .p12 does not hold them.</summary>
    public IReadOnlyList<byte[]> Chain { get; init; } = [];

    /// <summary>Says nothing of what is inside.</summary>
    public sealed override string ToString() => GetType().Name;
}
