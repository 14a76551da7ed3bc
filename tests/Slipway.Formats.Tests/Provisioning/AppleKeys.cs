using System.Security.Cryptography.X509Certificates;
using System.Text;
using Slipway.Formats.Keys;

namespace Slipway.Formats.Tests.Provisioning;

/// <summary>Keys, certificates and profiles of an identity.</summary>
internal static class AppleKeys
{
    /// <summary>A profile by its name, such as <c>development</c>.</summary>
    public static byte[] Profile(this AppleIdentity identity, string name) => identity.Read(name + ".mobileprovision");

    /// <summary>A key with its chain, or alone, by the name of its file, such as <c>dev</c> or <c>dev-leaf-only</c>.</summary>
    public static SigningKey Key(this AppleIdentity identity, string name) => Keystore.Load(identity.Read(name + ".p12"), AppleIdentity.Password).GetKey(alias: null);

    /// <summary>A certificate by its name, such as <c>wwdr</c>.</summary>
    public static X509Certificate2 Certificate(this AppleIdentity identity, string name) => X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(identity.Read(name + ".pem")));
}
