namespace Slipway.Server.Vault;

/// <summary>What secrets there are. The word is part of what a secret is bound to, so it never changes.</summary>
internal static class SecretKind
{
    public const string Content = "content";
    public const string Password = "password";
    public const string WebhookKey = "webhook-key";
    public const string Setting = "setting";
}
