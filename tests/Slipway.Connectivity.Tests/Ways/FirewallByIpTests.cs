using System.Text.Json.Nodes;
using Slipway.Connectivity.Tests.Guides;
using Slipway.Connectivity.Tests.Network;
using Slipway.Connectivity.Tests.Stations;

namespace Slipway.Connectivity.Tests.Ways;

/// <summary>The third way: rules for nftables from Amazon's list, on the machine that launches builds.</summary>
public sealed class FirewallByIpTests : Scenario
{
    private static readonly Guide Guide = new("3-firewall-by-ip.md");

    public FirewallByIpTests(Lab lab)
        : base(lab) => Publish("2026-08-22");

    [Fact]
    public void A_build_goes_through_and_nothing_else_does()
    {
        OpenBefore("fe-01");
        Guide.Follow(Lab, "Make the rules");
        Lab.Build("fe-01").Succeeded();
        Guide.Follow(Lab, "Verify");
        Are("open", "fe-01", Targets.Service);
        Are("refused", "fe-01", [.. Targets.OtherPorts, .. Targets.Elsewhere]);
    }

    [Fact]
    public void Tricks_with_names_lead_nowhere()
    {
        foreach (var (answers, exitCode) in new[] { (true, 0), (false, 7) })
        {
            Assert.Equal(exitCode, Lab.Curl("fe-01", $"https://{Address.RebindName}/").ExitCode);
            Assert.Equal(exitCode, Lab.Curl("fe-01", $"http://{Address.MetadataName}/").ExitCode);
            // Something that speaks TLS on the port of name servers.
            Assert.Equal(exitCode, Lab.Curl("fe-01", $"https://{Address.OtherName}:53/").ExitCode);
            if (answers)
                Guide.Follow(Lab, "Make the rules");
        }

        Lab["fe-01"].Resolver(Address.LyingResolver);
        Lab.Build("fe-01").Failed("SLW-NET-10001");
    }

    [Fact]
    public void A_resolver_that_lies_leads_to_refused_addresses_and_not_to_a_stranger()
    {
        Lab["fe-01"].Resolver(Address.LyingResolver);
        // Without rules TLS finds out.
        Lab.Build("fe-01").Failed("SLW-NET-10008");
        Lab.Apply("fe-01", Lab["fe-01"].Slipway("firewall", "--format", "nftables", "--ranges", "ip-ranges.json", "--resolver", Address.LyingResolver).Well().Out);
        Lab.Build("fe-01").Failed("SLW-NET-10004");
    }

    [Fact]
    public void What_is_refused_by_either_family_is_told_at_once()
    {
        Guide.Follow(Lab, "Make the rules");
        Lab.Build("fe-01", $"https://{Address.Other4}/").Failed("SLW-NET-10004");
        Lab.Build("fe-01", $"https://[{Address.Other6}]/").Failed("SLW-NET-10004");
    }

    [Fact]
    public void Other_customers_of_the_cdn_and_names_are_not_kept_out()
    {
        Guide.Follow(Lab, "Make the rules");
        Guide.Follow(Lab, "What it does not protect from");
        Assert.Contains("secret.tunnel.example.org", File.ReadAllText(NameServers.PublicLog(Lab["other"])), StringComparison.Ordinal);
        Guide.Follow(Lab, "Undo");
        Are("open", "fe-01", Targets.All);
    }

    [Fact]
    public void A_name_server_that_knows_the_builder_only_lets_no_questions_out()
    {
        Assert.Equal("192.0.2.77\n", Lab.Run("fe-01", "dig", "+short", "one.tunnel.example.org").Out);
        Lab.Apply("fe-01", Lab["fe-01"].Slipway("firewall", "--format", "nftables", "--ranges", "ip-ranges.json", "--resolver", Address.StrictResolver).Well().Out);
        Lab["fe-01"].Resolver(Address.StrictResolver);
        Assert.Equal("", Lab.Run("fe-01", "dig", "+short", "two.tunnel.example.org").Out);
        Assert.DoesNotContain("two.tunnel.example.org", File.ReadAllText(NameServers.PublicLog(Lab["other"])), StringComparison.Ordinal);
        Lab.Build("fe-01").Succeeded();
    }

    [Fact]
    public void Addresses_that_come_are_allowed_at_once_and_those_that_go_later()
    {
        string[] arrived = [Address.NewEdge4, $"[{Address.NewEdge6}]"];
        Publish("2025-07-01");
        Guide.Follow(Lab, "Keep the rules in step");
        Lab["fe-01"].Resolver(Address.Resolver4);
        Lab.Build("fe-01").Succeeded();
        // The builder moves to addresses that the list of last year lacks.
        Are("refused", "fe-01", arrived);

        Publish("2026-08-22");
        Guide.Follow(Lab, "Keep the rules in step");
        Are("open", "fe-01", arrived);
        Are("refused", "fe-01", Targets.Elsewhere);

        Lab["fe-01"].Write("ip-ranges.json", Without(Corpus("2026-08-22"), "24.110.128.0/17", "2600:9000:6000::/36"));
        Guide.Follow(Lab, "Keep the rules in step");
        Are("open", "fe-01", arrived);
        Lab["fe-01"].Slipway("firewall", "watch", "--format", "nftables", "--ranges", "ip-ranges.json", "--resolver", Address.Resolver4, "--out", "builder.nft", "--apply", "--once", "--keep-days", "0").Well();
        Are("refused", "fe-01", arrived);
        Are("open", "fe-01", Targets.Service);
    }

    private static string Corpus(string version) => File.ReadAllText(Path.Combine(Repository.Root, "tests", "corpus", "ip-ranges", version + ".json"));

    // A later version of the list.
    private static string Without(string list, params string[] prefixes)
    {
        var root = JsonNode.Parse(list)!;
        root["syncToken"] = (long.Parse(root["syncToken"]!.GetValue<string>()) + 3600).ToString();
        foreach (var (array, key) in new[] { ("prefixes", "ip_prefix"), ("ipv6_prefixes", "ipv6_prefix") })
        {
            var all = root[array]!.AsArray();
            foreach (var gone in all.Where(p => prefixes.Contains(p![key]!.GetValue<string>())).ToList())
                all.Remove(gone);
        }

        return root.ToJsonString();
    }

    private void Publish(string version)
    {
        Lab["fe-01"].Write("ip-ranges-old.json", Corpus("2025-07-01"));
        Lab["fe-01"].Write("ip-ranges.json", Corpus(version));
        File.Delete(Path.Combine(Lab["fe-01"].Folder, "builder.nft.state"));
    }
}
