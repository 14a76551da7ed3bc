namespace Slipway.Gateway.Configuration;

/// <summary>A rule as it is written in the configuration.</summary>
/// <param name="Text">Such as <c>*.example.com:443</c>.</param>
/// <param name="Place">Its place, for messages.</param>
public sealed record WrittenRule(string Text, string Place)
{
    /// <summary>The word that stands for all hosts of the service.</summary>
    public const string ServiceHosts = "Builder";

    /// <summary>Whether tunnels must carry TLS with a name that the rule covers.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>Whether the rule stands for the hosts of the service.</summary>
    public bool IsServiceHosts => Text.Equals(ServiceHosts, StringComparison.OrdinalIgnoreCase);
}
