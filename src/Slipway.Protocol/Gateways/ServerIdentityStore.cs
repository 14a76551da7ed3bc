using System.Text.Json;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Gateways;

/// <summary>Keeps identities of this machine, one file for each service, which only its owner can read.</summary>
/// <param name="folder">Where.</param>
public sealed class ServerIdentityStore(string folder)
{
    /// <summary>Those of this user: <c>slipway/identities</c> in the XDG data folder.</summary>
    public static ServerIdentityStore OfThisUser()
    {
        // The specification has relative paths ignored.
        var data = GivenText.Variable("XDG_DATA_HOME") is ['/', ..] own
            ? own
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".local/share");
        return new ServerIdentityStore(Path.Combine(data, "slipway", "identities"));
    }

    /// <summary>The file of a service.</summary>
    public string FileOf(Uri service) => Path.Combine(folder, $"{service.Scheme}_{service.IdnHost.Replace(':', '-')}_{service.Port}.json");

    /// <summary>The identity for a service; null when there is none.</summary>
    /// <exception cref="ProblemException">It cannot be read, or others can read it.</exception>
    public ServerIdentity? Find(Uri service)
    {
        var file = FileOf(service);
        try
        {
            if (!File.Exists(file))
                return null;
            if (OwnerOnly.IsOpen(file))
                throw new ProblemException(EnvironmentProblems.IdentityUnreadable.At(file, "Others than its owner can read or write the file."));
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), GatewayJson.Default.ServerIdentity) ?? throw new JsonException("null");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ProblemException(EnvironmentProblems.IdentityUnreadable.At(file, "The file cannot be read."), e);
        }
    }

    /// <summary>Keeps an identity, in the place of one that there may be for the service.</summary>
    /// <exception cref="ProblemException">The file cannot be written.</exception>
    public void Keep(Uri service, ServerIdentity identity)
    {
        var file = FileOf(service);
        try
        {
            Directory.CreateDirectory(folder, OwnerOnly.FolderMode);
            AtomicFile.Write(file, stream => JsonSerializer.Serialize(stream, identity, GatewayJson.Default.ServerIdentity), new AtomicFileOptions { Mode = OwnerOnly.FileMode });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(EnvironmentProblems.IdentityUnreadable.At(file, "The file cannot be written."), e);
        }
    }
}
