using Slipway.Connect.Proxies;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>A forward proxy on the way to the builder, and who we are to it.</summary>
public sealed class RelayProxy
{
    private RelayProxy(Uri address, string? user, string? password)
    {
        Address = address;
        User = user;
        Login = user is null ? null : new BasicLogin(user, password ?? "");
    }

    /// <summary>Its address, without anybody's name.</summary>
    public Uri Address { get; }

    /// <summary>The user whose name is given to it.</summary>
    public string? User { get; }

    /// <summary>Host and port.</summary>
    public string Place => Address.Authority;

    /// <summary>Proves to it who the relay is; null when there is no user.</summary>
    internal BasicLogin? Login { get; }

    /// <summary>Reads an address.</summary>
    /// <param name="text">Such as <c>http://user@proxy:3128</c>.</param>
    /// <param name="password">The password; null to take the one of the address, which only a variable may have.</param>
    /// <param name="where">Option or variable.</param>
    /// <exception cref="ProblemException">It is none.</exception>
    public static RelayProxy Parse(string text, string? password, string where)
    {
        if (!Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) || uri.PathAndQuery != "/" || uri.Host.Length == 0)
        {
            throw new ProblemException(RelayProblems.ProxyInvalid.At(where, "This is not the address of a proxy."));
        }

        var parts = uri.UserInfo.Split(':', 2);
        var user = parts[0].Length == 0 ? null : Uri.UnescapeDataString(parts[0]);
        if (user is not null && (user.Contains(':', StringComparison.Ordinal) || user.Any(char.IsControl)))
            throw new ProblemException(RelayProblems.ProxyInvalid.At(where, "The name of a user has no colon and no control characters."));
        if (user is null && password is not null)
            throw new ProblemException(RelayProblems.ProxyInvalid.At(where, "There is a password, but the address names no user."));
        return new RelayProxy(new UriBuilder(uri) { UserName = "", Password = "" }.Uri, user, password ?? (parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : ""));
    }
}
