using System.Text.Json;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Cli.Remote;

/// <summary>Stores services and their tokens in a file that only its owner can read.</summary>
/// <param name="path">Path of the file.</param>
internal sealed class KnownServiceStore(string path)
{
    /// <summary>Returns the store of this user: <c>slipway/servers.json</c> in the XDG configuration folder.</summary>
    public static KnownServiceStore OfThisUser()
    {
        // The XDG Base Directory specification says to ignore relative paths.
        var folder = GivenText.Variable("XDG_CONFIG_HOME") is ['/', ..] own
            ? own
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".config");
        return new KnownServiceStore(Path.Combine(folder, "slipway", "servers.json"));
    }

    /// <summary>Returns the stored services.</summary>
    /// <exception cref="ProblemException">The file cannot be read.</exception>
    public KnownServiceList Read()
    {
        try
        {
            return JsonSerializer.Deserialize(GivenText.ToUtf8(File.ReadAllBytes(path)), KnownServiceJson.Default.KnownServiceList) is { Services: not null } list ? list : new KnownServiceList(null, []);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new KnownServiceList(null, []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ProblemException(NetworkProblems.TokensUnreadable.At(path, "The file with the services and tokens cannot be read."), e);
        }
    }

    /// <summary>Stores a service and makes it the default.</summary>
    public void Add(KnownService server) => Write(new KnownServiceList(server.Url, [.. Others(server.Url), server]));

    /// <summary>Forgets a service; returns false if it was not known.</summary>
    public bool Remove(string url)
    {
        var list = Read();
        var others = Others(url);
        if (others.Count == list.Services.Count)
            return false;
        Write(new KnownServiceList(list.Current == url ? null : list.Current, others));
        return true;
    }

    private List<KnownService> Others(string url) => [.. Read().Services.Where(s => s.Url != url)];

    private void Write(KnownServiceList list)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!, OwnerOnly.FolderMode);
            AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, list, KnownServiceJson.Default.KnownServiceList), new AtomicFileOptions { Mode = OwnerOnly.FileMode });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(NetworkProblems.TokensUnreadable.At(path, "The file with the services and tokens cannot be written."), e);
        }
    }
}
