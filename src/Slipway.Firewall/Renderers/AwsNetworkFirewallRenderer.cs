using System.Text.Json;

namespace Slipway.Firewall.Renderers;

/// <summary>
/// The request of <c>aws network-firewall create-rule-group</c>. By name it is a list for the name in TLS; by address it is two
/// Suricata rules with variables. The capacity of a group cannot be changed later, so it includes a reserve.
/// </summary>
internal static class AwsNetworkFirewallRenderer
{
    private const int Room = 100;
    private const int MaxDescription = 512;

    public static string ByDomain(RuleSet rules) => Request(rules, rules.Domains.Count, json =>
    {
        json.WriteStartObject("RulesSourceList");
        json.Strings("Targets", rules.Domains);
        json.Strings("TargetTypes", ["TLS_SNI"]);
        json.WriteString("GeneratedRulesType", "ALLOWLIST");
        json.WriteEndObject();
    });

    public static string ByAddress(RuleSet rules) => Request(rules, Rules(rules).Count(), json =>
        json.WriteString("RulesString", string.Join('\n', Rules(rules))));

    /// <summary>The length of the longest rule with its variable filled in, which is how Amazon counts characters.</summary>
    public static int LongestRule(RuleSet rules) =>
        Rules(rules).Select(r => r.Length).DefaultIfEmpty().Max() + Math.Max(string.Join(',', rules.Ipv4).Length, string.Join(',', rules.Ipv6).Length);

    private static IEnumerable<string> Rules(RuleSet rules) =>
        from family in new[] { (Name: "SLIPWAY_IPV4", rules.Ipv4.Count), (Name: "SLIPWAY_IPV6", rules.Ipv6.Count) }.Index()
        where family.Item.Count > 0
        let ports = string.Join(',', rules.Ports)
        select $"pass tcp $HOME_NET any -> ${family.Item.Name} [{ports}] (msg:\"slipway builder\"; flow:to_server; sid:{family.Index + 1}; rev:1;)";

    private static string Request(RuleSet rules, int needed, Action<Utf8JsonWriter> source) => IndentedJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("RuleGroupName", "slipway-builder");
        json.WriteString("Type", "STATEFUL");
        json.WriteNumber("Capacity", needed + Room);
        json.WriteString("Description", rules.Origin.Length > MaxDescription ? rules.Origin[..MaxDescription] : rules.Origin);
        json.WriteStartObject("RuleGroup");
        if (!rules.ByDomain)
            Variables(json, rules);
        json.WriteStartObject("RulesSource");
        source(json);
        json.WriteEndObject();
        json.WriteStartObject("StatefulRuleOptions");
        json.WriteString("RuleOrder", "STRICT_ORDER");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void Variables(Utf8JsonWriter json, RuleSet rules)
    {
        json.WriteStartObject("RuleVariables");
        json.WriteStartObject("IPSets");
        foreach (var (name, prefixes) in new[] { ("SLIPWAY_IPV4", rules.Ipv4), ("SLIPWAY_IPV6", rules.Ipv6) })
        {
            if (prefixes.Count == 0)
                continue;
            json.WriteStartObject(name);
            json.Strings("Definition", prefixes.Select(p => p.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
