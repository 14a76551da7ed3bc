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
