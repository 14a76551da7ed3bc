using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Client;

/// <summary>The address of a service, as people write it.</summary>
public static class ServiceAddress
{
    /// <summary>Reads an address.</summary>
    /// <param name="text">Such as <c>https://builder.example.com</c>.</param>
    /// <param name="where">The option or variable that it comes from.</param>
    /// <exception cref="ProblemException">It is not the http or https address of a host.</exception>
    public static Uri Parse(string text, string where)
    {
        if (Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && address is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" })
        {
            return address;
        }

        throw new ProblemException(NetworkProblems.AddressInvalid.At(where, "This is not the address of a service, such as https://builder.example.com."));
    }

    /// <summary>Would everybody on the way be able to read what is sent there?</summary>
    public static bool IsExposed(Uri address) => address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback;
}
