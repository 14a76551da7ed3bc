using System.Text;

namespace Slipway.Server.Vault;

/// <summary>What a secret is bound to: it opens nowhere else.</summary>
/// <param name="Organisation">Whose it is.</param>
/// <param name="Kind">What it is: a word in lower case.</param>
/// <param name="Id">Its id.</param>
internal sealed record SecretName(string Organisation, string Kind, string Id)
{
    /// <summary>The associated data of both layers. Ids and kinds have no bar in them.</summary>
    public byte[] AssociatedData() => Encoding.UTF8.GetBytes($"{Organisation}|{Kind}|{Id}");
}
