using Slipway.Protocol.Credentials;

namespace Slipway.Server.Credentials;

/// <summary>A credential as a build refers to it: kept by itself, or in the configuration of the application.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Row">Its row; null when the configuration has it.</param>
/// <param name="Configuration">The configuration that has it; null when it is kept by itself.</param>
internal sealed record CredentialSource(CredentialKind Kind, string Name, CredentialRow? Row, ConfiguredCredentials? Configuration)
{
    /// <summary>A credential that is kept by itself.</summary>
    public CredentialSource(CredentialRow row)
        : this(row.KindOf, row.Name, row, null)
    {
    }

    /// <summary>What the build's row says of it.</summary>
    public string Reference => Row?.Id ?? ReservedNames.Configuration;
}
