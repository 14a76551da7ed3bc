namespace Slipway.Gateway.Learning;

/// <summary>A host and port that clients went to.</summary>
/// <param name="Host">The name.</param>
/// <param name="Port">The port.</param>
/// <param name="Count">How many requests.</param>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last of them.</param>
/// <param name="Clients">How many different clients.</param>
/// <param name="IsListed">A rule allowed it already.</param>
public sealed record LearnedHost(string Host, int Port, int Count, DateTimeOffset First, DateTimeOffset Last, int Clients, bool IsListed)
{
    /// <summary>As a rule of an allow list.</summary>
    public string Rule => Port == Policy.AllowRule.DefaultPort ? Host : $"{Host}:{Port}";
}
