namespace Slipway.Server.Vault;

/// <summary>A secret in the database.</summary>
internal sealed record SecretRow(string Id, string OrganisationId, string Kind, string KeyId, byte[] WrappedKey, byte[] Ciphertext)
{
    public SecretName Name => new(OrganisationId, Kind, Id);

    public Envelope Envelope => new(KeyId, WrappedKey, Ciphertext);
}
