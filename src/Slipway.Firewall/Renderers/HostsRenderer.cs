using System.Text;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Renderers;

/// <summary>Lines of a hosts file. The addresses are given and not looked up, because those of a content delivery network change.</summary>
internal static class HostsRenderer
{
    public static string Render(RuleSet rules)
    {
        if (rules.Addresses.Count == 0)
        {
            throw new ProblemException(FirewallProblems.DestinationInvalid.At("--address",
                "A hosts file needs the address of the relay, of the gateway or of the service itself."));
        }
        var text = new StringBuilder();
        foreach (var address in rules.Addresses)
            text.Line($"{address} {string.Join(' ', rules.Domains)}");
        return text.ToString();
    }
}
