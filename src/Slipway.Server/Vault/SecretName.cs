using System.Text;

namespace Slipway.Server.Vault;

/// <summary>The name that a secret is bound to: it cannot be decrypted under another one.</summary>
/// <param name="Organisation">The organisation that owns it.</param>
/// <param name="Kind">What it is: a word in lower case.</param>
/// <param name="Id">Its id.</param>
internal sealed record SecretName(string Organisation, string Kind, string Id)
{
    /// <summary>The associated data of both layers. The separator is unambiguous, because ids and kinds contain no bar.</summary>
    public byte[] AssociatedData() => Encoding.UTF8.GetBytes($"{Organisation}|{Kind}|{Id}");
}

/// <summary>Kinds of secrets. A secret is bound to its kind, so these words never change.</summary>
internal static class SecretKind
{
    public const string Content = "content";
    public const string Password = "password";
    public const string WebhookKey = "webhook-key";
    public const string Setting = "setting";
}
