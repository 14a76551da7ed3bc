using Slipway.Protocol.Proxies;

namespace Slipway.Diagnosis.Proxies;

/// <summary>Compares how other .NET programs read the proxy variables with how slipway and curl read them. Those programs do not report a difference.</summary>
internal static class OtherPrograms
{
    /// <summary>Returns the difference, as it follows "other programs of .NET"; null when there is none.</summary>
    /// <param name="variable">Returns the value of a variable.</param>
    /// <param name="server">The address of the service.</param>
    /// <param name="ours">The proxy that slipway uses; null for none.</param>
    public static string? Difference(Func<string, string?> variable, Uri server, ProxyServer? ours)
    {
        var (name, value) = ProxyVariables.First(variable, ProxyVariables.NamesFor(server));
        if (value is null)
            return null;
        var theirs = ProxyVariables.Parse(value, name!);
        var isExcepted = ProxyVariables.Exceptions(variable).Any(entry => ProxyVariables.Excepts(entry, server));
        return (ours, theirs) switch
        {
            (null, null) => null,
            (null, _) => isExcepted ? null : $"use the proxy all the same: {WhyIgnored(variable, server)}",
            (_, null) =>
                $"silently ignore {name} and connect directly, because of {(char.IsWhiteSpace(value[0]) ? "the blank in front" : "how it begins or its port")}",
            _ when isExcepted => "go directly",
            _ when theirs.Address.Port != ours.Address.Port => $"take the port {theirs.Address.Port}, because none is written",
            _ => null,
        };
    }

    private static string WhyIgnored(Func<string, string?> variable, Uri server)
    {
        var exceptions = new ProxyEnvironment(variable).Exceptions;
        if (exceptions.Find(server) is not { } entry)
            return "they read NO_PROXY in another way";
        if (ProxyVariables.WhyIgnored(entry) is { } why)
            return why;
        return ProxyVariables.Exceptions(variable).Contains(entry)
            ? $"{entry} is to them that host only, and nothing below it"
            : "they take entries apart at commas only";
    }
}
