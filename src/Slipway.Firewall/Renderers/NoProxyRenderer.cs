namespace Slipway.Firewall.Renderers;

/// <summary>
/// The value of NO_PROXY in the only form that .NET, curl, Go, Node.js and Python read in the same way: whole names with commas between.
/// </summary>
internal static class NoProxyRenderer
{
    public static string Render(RuleSet rules) => $"NO_PROXY={string.Join(',', rules.Domains)}\nno_proxy={string.Join(',', rules.Domains)}\n";
}
