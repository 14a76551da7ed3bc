using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Gateways;

/// <summary>The identity of this machine at one service.</summary>
/// <param name="Service">Address of the service.</param>
/// <param name="MachineId">Id of the machine there.</param>
/// <param name="EnvironmentKey">The environment.</param>
/// <param name="Name">Name of the machine.</param>
/// <param name="Roles">FrontEnd, DeploymentController.</param>
/// <param name="EnrolledAt">When it enrolled.</param>
public sealed record MachineIdentity(string Service, [property: JsonPropertyName("serverId")] Guid MachineId, Guid EnvironmentKey, string Name, IReadOnlyList<string> Roles, DateTimeOffset EnrolledAt)
{
    /// <summary>The P-256 private key: PKCS #8 in base64.</summary>
    public required string PrivateKey { get; init; }

    /// <summary>Opens the key.</summary>
    /// <exception cref="ProblemException">The key is malformed.</exception>
    public ECDsa OpenKey()
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(Convert.FromBase64String(PrivateKey), out _);
            return key;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            key.Dispose();
            throw new ProblemException(EnvironmentProblems.IdentityUnreadable.At(Name, "The key of this server cannot be read."), e);
        }
    }

    /// <summary>Returns the name; never the key.</summary>
    public override string ToString() => $"{Name} ({MachineId}) at {Service}";
}
