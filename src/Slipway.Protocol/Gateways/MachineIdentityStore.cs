using System.Text.Json;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Gateways;

/// <summary>Stores the identities of this machine, one file for each service, readable only by its owner.</summary>
/// <param name="folder">Folder of the files.</param>
public sealed class MachineIdentityStore(string folder)
{
    /// <summary>Returns the store of this user: <c>slipway/identities</c> in the XDG data folder.</summary>
    public static MachineIdentityStore OfThisUser()
    {
        // The XDG Base Directory specification says to ignore relative paths.
        var data = GivenText.Variable("XDG_DATA_HOME") is ['/', ..] own
            ? own
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".local/share");
        return new MachineIdentityStore(Path.Combine(data, "slipway", "identities"));
    }

    /// <summary>Returns the path of the file for a service.</summary>
    public string FileOf(Uri service) => Path.Combine(folder, $"{service.Scheme}_{service.IdnHost.Replace(':', '-')}_{service.Port}.json");

    /// <summary>Returns the identity for a service; null if there is none.</summary>
    /// <exception cref="ProblemException">The file cannot be read, or others than its owner can read or write it.</exception>
    public MachineIdentity? Find(Uri service)
    {
        var file = FileOf(service);
        try
        {
            if (!File.Exists(file))
                return null;
            if (OwnerOnly.IsOpen(file))
                throw new ProblemException(EnvironmentProblems.IdentityUnreadable.At(file, "Other users can read or write the file."));
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), GatewayJson.Default.MachineIdentity) ?? throw new JsonException("null");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ProblemException(EnvironmentProblems.IdentityUnreadable.At(file, "The file cannot be read."), e);
        }
    }

    /// <summary>Stores an identity, replacing an earlier one for the same service.</summary>
    /// <exception cref="ProblemException">The file cannot be written.</exception>
    public void Save(Uri service, MachineIdentity identity)
    {
        var file = FileOf(service);
        try
        {
            Directory.CreateDirectory(folder, OwnerOnly.FolderMode);
            AtomicFile.Write(file, stream => JsonSerializer.Serialize(stream, identity, GatewayJson.Default.MachineIdentity), new AtomicFileOptions { Mode = OwnerOnly.FileMode });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(EnvironmentProblems.IdentityUnreadable.At(file, "The file cannot be written."), e);
        }
    }
}
