namespace Slipway.Gateway.Learning;

/// <summary>A host and port that clients requested.</summary>
/// <param name="Host">The name.</param>
/// <param name="Port">The port.</param>
/// <param name="Count">The number of requests.</param>
/// <param name="First">When the first request came.</param>
/// <param name="Last">When the last request came.</param>
/// <param name="Clients">The number of different clients.</param>
/// <param name="IsListed">Whether a rule already allowed the host.</param>
public sealed record LearnedHost(string Host, int Port, int Count, DateTimeOffset First, DateTimeOffset Last, int Clients, bool IsListed)
{
    /// <summary>The host as a rule of an allow list.</summary>
    public string Rule => Port == Policy.AllowRule.DefaultPort ? Host : $"{Host}:{Port}";
}
