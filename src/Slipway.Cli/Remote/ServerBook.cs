using System.Text.Json;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Cli.Remote;

/// <summary>Stores services and their tokens in a file that only its owner can read.</summary>
/// <param name="path">Path of the file.</param>
internal sealed class ServerBook(string path)
{
    /// <summary>Returns the store of this user: <c>slipway/servers.json</c> in the XDG configuration folder.</summary>
    public static ServerBook OfThisUser()
    {
        // The XDG Base Directory specification says to ignore relative paths.
        var folder = GivenText.Variable("XDG_CONFIG_HOME") is ['/', ..] own
            ? own
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".config");
        return new ServerBook(Path.Combine(folder, "slipway", "servers.json"));
    }

    /// <summary>Returns the stored services.</summary>
    /// <exception cref="ProblemException">The file cannot be read.</exception>
    public ServerList Read()
    {
        try
        {
            return JsonSerializer.Deserialize(GivenText.ToUtf8(File.ReadAllBytes(path)), ServerListJson.Default.ServerList) is { Servers: not null } list ? list : new ServerList(null, []);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ServerList(null, []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ProblemException(NetworkProblems.TokensUnreadable.At(path, "The file with the services and tokens cannot be read."), e);
        }
    }

    /// <summary>Stores a service and makes it the default.</summary>
    public void Add(KnownServer server) => Write(new ServerList(server.Url, [.. Others(server.Url), server]));

    /// <summary>Forgets a service; returns false if it was not known.</summary>
    public bool Remove(string url)
    {
        var list = Read();
        var others = Others(url);
        if (others.Count == list.Servers.Count)
            return false;
        Write(new ServerList(list.Current == url ? null : list.Current, others));
        return true;
    }

    private List<KnownServer> Others(string url) => [.. Read().Servers.Where(s => s.Url != url)];

    private void Write(ServerList list)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!, OwnerOnly.FolderMode);
            AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, list, ServerListJson.Default.ServerList), new AtomicFileOptions { Mode = OwnerOnly.FileMode });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(NetworkProblems.TokensUnreadable.At(path, "The file with the services and tokens cannot be written."), e);
        }
    }
}
