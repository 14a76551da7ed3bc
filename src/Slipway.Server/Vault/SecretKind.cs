namespace Slipway.Server.Vault;

/// <summary>Kinds of secrets. A secret is bound to its kind, so these words never change.</summary>
internal static class SecretKind
{
    public const string Content = "content";
    public const string Password = "password";
    public const string WebhookKey = "webhook-key";
    public const string Setting = "setting";
}
