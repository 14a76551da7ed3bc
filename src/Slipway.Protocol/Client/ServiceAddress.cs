using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Client;

/// <summary>Reads the address of a service as people write it.</summary>
public static class ServiceAddress
{
    private const string SchemeEnd = "://";

    /// <summary>Reads an address.</summary>
    /// <param name="text">The address, such as <c>https://builder.example.com</c>.</param>
    /// <param name="where">The option or variable that it comes from.</param>
    /// <exception cref="ProblemException">The text is not the http or https address of a host.</exception>
    public static Uri Parse(string text, string where)
    {
        var plain = GivenText.Setting(text) ?? throw new ProblemException(NetworkProblems.AddressInvalid.At(where, "The address is empty.", "Write it as https://builder.example.com."));
        if (IsHttp(plain, out var address) && address is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" })
            return address;
        throw new ProblemException(Complain(plain, address, where));
    }

    /// <summary>Returns whether requests to the address travel unencrypted over a network.</summary>
    public static bool IsExposed(Uri address) => address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback;

    private static bool IsHttp(string text, out Uri address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address!) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Host.Length > 0;

    // The text after a user name may be a password, so it is not repeated.
    private static Problem Complain(string text, Uri? address, string where)
    {
        if (text.Contains('@', StringComparison.Ordinal))
            return NetworkProblems.AddressInvalid.At(where, "The address contains a user, which it must not.", "Write it as https://builder.example.com, and log in with slipway login.");
        if (!text.Contains(SchemeEnd, StringComparison.Ordinal) && IsHttp("https" + SchemeEnd + text, out var guessed))
        {
            var likely = new UriBuilder(guessed.IsLoopback ? Uri.UriSchemeHttp : Uri.UriSchemeHttps, guessed.Host, guessed.IsDefaultPort ? -1 : guessed.Port).Uri;
            return NetworkProblems.AddressInvalid.At(where, "The address does not begin with https:// or http://.", $"Write it as {Short(likely)}.");
        }

        if (IsHttp(text, out _) && address is { AbsolutePath: not "/" } or { Query.Length: > 0 } or { Fragment.Length: > 0 })
        {
            var root = address.GetLeftPart(UriPartial.Authority);
            return NetworkProblems.AddressInvalid.At(where, $"The address has {address.PathAndQuery}{address.Fragment} after the host; a service is reached at the root of its host only.", $"Write it as {root}. A service under a path needs a host of its own in the proxy in front of it.");
        }

        return NetworkProblems.AddressInvalid.At(where, "This is not the address of a service, such as https://builder.example.com.");
    }

    private static string Short(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
