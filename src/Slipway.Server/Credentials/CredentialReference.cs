using Slipway.Protocol.Credentials;

namespace Slipway.Server.Credentials;

/// <summary>A reference of a build to a credential: to a stored one, or to one in the configuration of the application.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Row">Its row; null if it is in the configuration.</param>
/// <param name="Configuration">The configuration that contains it; null if it is a stored credential.</param>
internal sealed record CredentialReference(CredentialKind Kind, string Name, CredentialRow? Row, ConfiguredCredentials? Configuration)
{
    /// <summary>Returns a reference to a stored credential.</summary>
    public CredentialReference(CredentialRow row)
        : this(row.KindOf, row.Name, row, null)
    {
    }

    /// <summary>The reference in the build's row.</summary>
    public string Reference => Row?.Id ?? ReservedCredentialNames.Configuration;
}
