namespace Slipway.Protocol.Client;

/// <summary>A filter for builds; null matches all.</summary>
/// <param name="Application">Name or key of the application.</param>
/// <param name="Environment">Name or key of the environment.</param>
/// <param name="Platform">Android or iOS.</param>
/// <param name="Status">Status of the builds.</param>
/// <param name="Limit">Maximum number of builds.</param>
public sealed record BuildSearch(string? Application, string? Environment, string? Platform, string? Status, int Limit)
{
    internal string Query => string.Join('&', Parts());

    private IEnumerable<string> Parts()
    {
        yield return $"limit={Limit}";
        foreach (var (name, value) in new[] { ("application", Application), ("environment", Environment), ("platform", Platform), ("status", Status) })
        {
            if (value is not null)
                yield return $"{name}={Uri.EscapeDataString(value)}";
        }
    }
}
