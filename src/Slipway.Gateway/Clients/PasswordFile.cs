using System.Text;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Clients;

/// <summary>A file of users and password hashes as htpasswd writes it.</summary>
public sealed class PasswordFile
{
    private const int MostBytes = 4 << 20;
    private const int MostUser = 255;
    private readonly Dictionary<string, PasswordHash> _users;
    private readonly PasswordHash _nobody;

    private PasswordFile(Dictionary<string, PasswordHash> users)
    {
        _users = users;
        _nobody = users.Values.FirstOrDefault() ?? PasswordHash.Parse("{SHA}AAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    }

    /// <summary>How many users there are.</summary>
    public int Count => _users.Count;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ProblemException">The file cannot be used. The message names the line but never repeats its content.</exception>
    public static PasswordFile Read(string path)
    {
        try
        {
            // Somebody who can write to the file can add a user for themselves.
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.OtherWrite | UnixFileMode.OtherRead)) is var mode and not 0)
            {
                throw new ProblemException(GatewayProblems.PasswordsUnusable.At(path,
                    $"Every user of this machine may {(mode.HasFlag(UnixFileMode.OtherWrite) ? "write" : "read")} it.",
                    "Remove the permission with chmod o-rw."));
            }
            return new FileInfo(path).Length <= MostBytes
                ? Parse(File.ReadAllText(path, new UTF8Encoding(false, true)), path)
                : throw new ProblemException(GatewayProblems.PasswordsUnusable.At(path, "The file is larger than 4 MiB."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new ProblemException(GatewayProblems.PasswordsUnusable.At(path,
                e is DecoderFallbackException ? "The file is not UTF-8." : "The file cannot be opened."), e);
        }
    }

    /// <summary>Parses the lines of a file.</summary>
    /// <exception cref="ProblemException">A line cannot be used.</exception>
    public static PasswordFile Parse(string content, string path)
    {
        var users = new Dictionary<string, PasswordHash>(StringComparer.Ordinal);
        var number = 0;
        foreach (var raw in content.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r', ' ', '\t');
            if (line.Length == 0 || line[0] == '#')
                continue;
            try
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                if (colon is < 1 or > MostUser || line.AsSpan(0, colon).ContainsAnyInRange('\0', '\u001f'))
                    throw new FormatException("The line is not of the form user:hash.");
                // htpasswd allows further fields after the hash.
                if (!users.TryAdd(line[..colon], PasswordHash.Parse(line[(colon + 1)..].Split(':')[0])))
                    throw new FormatException("The user is listed twice.");
            }
            catch (FormatException e)
            {
                throw new ProblemException(GatewayProblems.PasswordsUnusable.At($"{path}:{number}", e.Message), e);
            }
        }

        return users.Count > 0
            ? new PasswordFile(users)
            : throw new ProblemException(GatewayProblems.PasswordsUnusable.At(path, "The file contains no user, so nobody could use the gateway."));
    }

    /// <summary>Returns whether the password is that of the user. The check takes as long for an unknown user as for a known one.</summary>
    public bool Fits(string user, byte[] password)
    {
        var known = _users.TryGetValue(user, out var hash);
        return (hash ?? _nobody).Fits(password) && known;
    }
}
