using System.Net;
using System.Text.Json;

namespace Slipway.Firewall.Tests.Renderers;

/// <summary>Documents are read by Python and say what the rules say.</summary>
public sealed class DocumentTests
{
    private static readonly RuleSet Fitted = RuleSets.ByAddress(RealRanges.Newest, RealRanges.Global, 60, 5) with { Resolvers = [IPAddress.Parse("10.0.0.53"), IPAddress.Parse("fd00::53")] };

    private static string[] Prefixes => [.. Fitted.Prefixes.Select(p => p.ToString())];

    [Fact]
    public void The_permissions_of_a_security_group_hold_all_prefixes()
    {
        var permission = Json("aws-security-group", Fitted)[0];
        Assert.Equal(("tcp", 443, 443), (permission.GetProperty("IpProtocol").GetString(), permission.GetProperty("FromPort").GetInt32(), permission.GetProperty("ToPort").GetInt32()));
        var ranges = permission.GetProperty("IpRanges").EnumerateArray().Select(r => (Cidr: r.GetProperty("CidrIp").GetString(), Text: r.GetProperty("Description").GetString()!))
            .Concat(permission.GetProperty("Ipv6Ranges").EnumerateArray().Select(r => (Cidr: r.GetProperty("CidrIpv6").GetString(), Text: r.GetProperty("Description").GetString()!))).ToList();
        Assert.Equal(Prefixes, ranges.Select(r => r.Cidr));
        // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html: up to 255 characters of a-z, A-Z, 0-9, space and ._-:/()#,@[]+=&;{}!$*
        Assert.All(ranges, r => Assert.Matches(@"\A[a-zA-Z0-9. _\-:/()#,@\[\]+=&;{}!$*]{1,255}\z", r.Text));
    }

    // https://learn.microsoft.com/azure/templates/microsoft.network/networksecuritygroups, securityRules.
    [Fact]
    public void The_rules_of_azure_hold_all_prefixes_and_end_with_a_refusal()
    {
        var rules = Json("azure-nsg", Fitted).EnumerateArray().Select(r => r.GetProperty("properties")).ToList();
        Assert.Equal(["Allow", "Allow", "Deny"], rules.Select(r => r.GetProperty("access").GetString()));
        Assert.Equal(Prefixes, rules.Take(2).SelectMany(r => Strings(r.GetProperty("destinationAddressPrefixes"))));
        Assert.All(rules.Take(2), r => Assert.Equal(["443"], Strings(r.GetProperty("destinationPortRanges"))));
        Assert.Equal("*", rules[2].GetProperty("destinationAddressPrefix").GetString());
        Assert.Equal(rules.Select(r => r.GetProperty("priority").GetInt32()).Order(), rules.Select(r => r.GetProperty("priority").GetInt32()));
        Assert.All(rules, r => Assert.True(r.GetProperty("description").GetString()!.Length <= 140 && r.GetProperty("direction").GetString() == "Outbound"));
    }

    // https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_CreateRuleGroup.html
    [Fact]
    public void A_rule_group_of_network_firewall_passes_names()
    {
        var request = Json("aws-network-firewall", RealRanges.Names);
        Assert.Equal(["RuleGroupName", "Type", "Capacity", "Description", "RuleGroup"], request.EnumerateObject().Select(p => p.Name));
        Assert.Equal("STATEFUL", request.GetProperty("Type").GetString());
        var list = request.GetProperty("RuleGroup").GetProperty("RulesSource").GetProperty("RulesSourceList");
        Assert.Equal(RealRanges.Names.Domains, Strings(list.GetProperty("Targets")));
        Assert.Equal(["TLS_SNI"], Strings(list.GetProperty("TargetTypes")));
        Assert.Equal("ALLOWLIST", list.GetProperty("GeneratedRulesType").GetString());
        Assert.Equal("STRICT_ORDER", request.GetProperty("RuleGroup").GetProperty("StatefulRuleOptions").GetProperty("RuleOrder").GetString());
    }

    // The same, and https://docs.suricata.io/en/latest/rules/intro.html for the rules.
    [Fact]
    public void A_rule_group_of_network_firewall_passes_prefixes()
    {
        var group = Json("aws-network-firewall", Fitted with { Ports = [443, 8443] }).GetProperty("RuleGroup");
        var sets = group.GetProperty("RuleVariables").GetProperty("IPSets").EnumerateObject().ToDictionary(s => s.Name, s => Strings(s.Value.GetProperty("Definition")));
        Assert.Equal(Prefixes, sets.Values.SelectMany(p => p));
        var rules = group.GetProperty("RulesSource").GetProperty("RulesString").GetString()!.Split('\n');
        Assert.All(rules, r => Assert.Matches(@"\Apass tcp \$HOME_NET any -> \$(SLIPWAY_IPV4|SLIPWAY_IPV6) \[443,8443\] \(msg:""[\w ]+""; flow:to_server; sid:\d+; rev:\d+;\)\z", r));
        Assert.Equal(sets.Keys, rules.Select(r => r.Split(' ')[5][1..]));
    }

    // https://cloud.google.com/compute/docs/reference/rest/v1/firewalls
    [Fact]
    public void The_rules_of_google_hold_all_prefixes_and_refuse_both_families()
    {
        var rules = Json("gcp", Fitted).EnumerateArray().ToList();
        var allowed = rules.Where(r => r.TryGetProperty("allowed", out _)).ToList();
        var denied = rules.Where(r => r.TryGetProperty("denied", out _)).ToList();
        Assert.Equal(Prefixes, allowed.SelectMany(r => Strings(r.GetProperty("destinationRanges"))));
        Assert.Equal(["0.0.0.0/0", "::/0"], denied.SelectMany(r => Strings(r.GetProperty("destinationRanges"))));
        Assert.All(allowed, r => Assert.Equal(["443"], Strings(r.GetProperty("allowed")[0].GetProperty("ports"))));
        Assert.True(allowed.Max(r => r.GetProperty("priority").GetInt32()) < denied.Min(r => r.GetProperty("priority").GetInt32()));
        Assert.All(rules, r => Assert.Equal("EGRESS", r.GetProperty("direction").GetString()));
        Assert.All(rules, r => Assert.Matches("^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$", r.GetProperty("name").GetString()));
    }

    // https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1, NetworkPolicySpec.
    [Fact]
    public void A_network_policy_allows_name_servers_and_all_prefixes()
    {
        var policy = Yaml("kubernetes", Fitted);
        Assert.Equal(("networking.k8s.io/v1", "NetworkPolicy"), (policy.GetProperty("apiVersion").GetString(), policy.GetProperty("kind").GetString()));
        Assert.Equal(["Egress"], Strings(policy.GetProperty("spec").GetProperty("policyTypes")));
        var egress = policy.GetProperty("spec").GetProperty("egress");
        Assert.Equal(["10.0.0.53/32", "fd00::53/128"], Cidrs(egress[0]));
        Assert.Equal(["UDP 53", "TCP 53"], Ports(egress[0].GetProperty("ports")));
        Assert.Equal(Prefixes, Cidrs(egress[1]));
        Assert.Equal(["TCP 443"], Ports(egress[1].GetProperty("ports")));
    }

    // https://docs.cilium.io/en/stable/security/policy/language: toFQDNs needs a rule that shows Cilium the answers of the name server.
    [Fact]
    public void A_policy_of_cilium_allows_names_and_sees_their_answers()
    {
        var egress = Yaml("cilium", RealRanges.Names).GetProperty("spec").GetProperty("egress");
        Assert.Equal(RealRanges.Names.Domains, egress[0].GetProperty("toPorts")[0].GetProperty("rules").GetProperty("dns").EnumerateArray().Select(d => d.GetProperty("matchName").GetString()));
        Assert.Equal(RealRanges.Names.Domains, egress[1].GetProperty("toFQDNs").EnumerateArray().Select(d => d.GetProperty("matchName").GetString()));
        Assert.Equal(["TCP 443"], Ports(egress[1].GetProperty("toPorts")[0].GetProperty("ports")));
    }

    [Fact]
    public void A_policy_of_cilium_allows_prefixes()
    {
        var egress = Yaml("cilium", Fitted).GetProperty("spec").GetProperty("egress");
        Assert.Equal(Prefixes, Strings(egress[1].GetProperty("toCIDR")));
    }

    [Fact]
    public void Json_holds_the_rules_as_they_are()
    {
        var document = Json("json", Fitted);
        Assert.Equal(Prefixes, Strings(document.GetProperty("ipv4")).Concat(Strings(document.GetProperty("ipv6"))));
        Assert.Equal(("1787411825", "2026-08-22-15-17-05", "CLOUDFRONT", "GLOBAL"), (
            document.GetProperty("syncToken").GetString(), document.GetProperty("createDate").GetString(), document.GetProperty("service").GetString(), document.GetProperty("region").GetString()));
        Assert.Equal(RealRanges.Names.Domains, Strings(Json("json", RealRanges.Names).GetProperty("domains")));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("checkpoint")]
    [InlineData("paloalto-edl")]
    public void A_list_has_one_entry_a_line(string format)
    {
        Assert.Equal(Prefixes, Entries(Text(format, Fitted)));
        Assert.Equal(RealRanges.Names.Domains, Entries(Text(format, RealRanges.Names)));
    }

    [Fact]
    public void Python_reads_the_same_from_csv()
    {
        const string Program = "import csv, json, sys\nprint(json.dumps(list(csv.DictReader(open(sys.argv[1])))))";
        var rows = Python(Program, Text("csv", Fitted)).EnumerateArray().ToList();
        Assert.Equal(Prefixes, rows.Select(r => r.GetProperty("destination").GetString()));
        Assert.All(rows, r => Assert.Equal(("443", Fitted.Origin), (r.GetProperty("port").GetString(), r.GetProperty("origin").GetString())));
    }

    [Fact]
    public void Python_refuses_documents_that_were_spoilt()
    {
        Assert.ThrowsAny<Exception>(() => Python("import json, sys\nprint(json.dumps(json.load(open(sys.argv[1]))))", Text("json", Fitted)[1..]));
        Assert.ThrowsAny<Exception>(() => Python(ReadYaml, Text("kubernetes", Fitted).Replace("spec:", "spec: [", StringComparison.Ordinal)));
    }

    private const string ReadYaml = "import json, sys, yaml\nprint(json.dumps(yaml.safe_load(open(sys.argv[1]))))";

    private static string Text(string format, RuleSet rules) => RuleTargets.Render(RuleTargetsTests.Target(format), rules);

    private static JsonElement Json(string format, RuleSet rules) => Python("import json, sys\nprint(json.dumps(json.load(open(sys.argv[1]))))", Text(format, rules));

    private static JsonElement Yaml(string format, RuleSet rules) => Python(ReadYaml, Text(format, rules));

    private static JsonElement Python(string program, string text)
    {
        using var folder = new TemporaryFolder();
        return JsonDocument.Parse(ExternalTool.RunWell("/usr/bin/python3", "-c", program, folder.Add("document", text))).RootElement;
    }

    private static IEnumerable<string> Entries(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith('#')).Select(l => l.Split(' ')[0]);

    private static IEnumerable<string?> Strings(JsonElement array) => array.EnumerateArray().Select(e => e.GetString());

    private static IEnumerable<string?> Cidrs(JsonElement rule) => rule.GetProperty("to").EnumerateArray().Select(e => e.GetProperty("ipBlock").GetProperty("cidr").GetString());

    private static IEnumerable<string> Ports(JsonElement ports) => ports.EnumerateArray().Select(p => $"{p.GetProperty("protocol").GetString()} {p.GetProperty("port")}");
}
