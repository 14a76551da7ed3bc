using System.Security.Cryptography;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Gateways;

/// <summary>What makes this machine a server of an environment, for one service.</summary>
/// <param name="Service">Address of the service.</param>
/// <param name="ServerId">Id of the server there.</param>
/// <param name="EnvironmentKey">The environment.</param>
/// <param name="Name">Name of the server.</param>
/// <param name="Roles">FrontEnd, DeploymentController.</param>
/// <param name="EnrolledAt">Since when.</param>
public sealed record ServerIdentity(string Service, Guid ServerId, Guid EnvironmentKey, string Name, IReadOnlyList<string> Roles, DateTimeOffset EnrolledAt)
{
    /// <summary>The key of the curve P-256: PKCS #8 in base64.</summary>
    public required string PrivateKey { get; init; }

    /// <summary>Opens the key.</summary>
    /// <exception cref="ProblemException">It cannot be used.</exception>
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

    /// <summary>Names the server; the key is nobody's business.</summary>
    public override string ToString() => $"{Name} ({ServerId}) at {Service}";
}
