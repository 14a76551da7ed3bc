namespace Slipway.Firewall.Tests.Renderers.Terraform;

/// <summary>Files for Terraform are read by a strict grammar, and have only the arguments that the registry of providers names.</summary>
public sealed class TerraformTests
{
    private static RuleSet Rules => RealRanges.Rules with { Ports = [443, 8443] };

    private static string[] Prefixes => [.. Rules.Prefixes.Select(p => p.ToString())];

    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group
    [Fact]
    public void Security_groups_hold_60_rules_of_a_family_and_all_prefixes_together()
    {
        var groups = Read("terraform-aws-security-group", RealRanges.Rules).Resources("aws_security_group").ToList();
        Assert.Equal(3, groups.Count);
        Assert.All(groups, g => Only(g, ["name", "description", "vpc_id", "tags"], ["egress"]));
        var egress = groups.SelectMany(g => g.Of("egress")).ToList();
        Assert.All(egress, e => Only(e, ["protocol", "from_port", "to_port", "cidr_blocks", "ipv6_cidr_blocks"], []));
        Assert.All(egress, e => Assert.Equal(("tcp", 443L, 443L), (e.Attributes["protocol"], e.Attributes["from_port"], e.Attributes["to_port"])));
        Assert.Equal(Prefixes, egress.SelectMany(e => e.Texts("cidr_blocks")).Concat(egress.SelectMany(e => e.Texts("ipv6_cidr_blocks"))));
        Assert.All(groups, g => Assert.True(g.Of("egress").Sum(e => e.Texts("cidr_blocks").Count()) <= 60));
        groups = [.. Read("terraform-aws-security-group", RuleTargetsTests.Rules(31) with { Ports = [443, 8443] }).Resources("aws_security_group")];
        Assert.All(groups, g => Assert.Equal([443L, 8443L], g.Of("egress").Select(e => e.Attributes["from_port"])));
        Assert.Equal([60, 2], groups.Select(g => g.Of("egress").Sum(e => e.Texts("cidr_blocks").Count())));
    }

    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_managed_prefix_list
    [Fact]
    public void Prefix_lists_hold_all_prefixes_with_a_little_room()
    {
        var lists = Read("terraform-aws-prefix-list", Rules).Resources("aws_ec2_managed_prefix_list").ToList();
        Assert.All(lists, l => Only(l, ["name", "address_family", "max_entries", "tags"], ["entry"]));
        Assert.All(lists.SelectMany(l => l.Of("entry")), e => Only(e, ["cidr"], []));
        Assert.Equal(["IPv4", "IPv6"], lists.Select(l => l.Attributes["address_family"]));
        Assert.Equal(Prefixes, lists.SelectMany(l => l.Of("entry")).Select(e => e.Attributes["cidr"]));
        Assert.Equal([200L, 60L], lists.Select(l => l.Attributes["max_entries"]));
    }

    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_rule
    [Fact]
    public void Rules_of_azure_hold_all_prefixes_and_end_with_a_refusal()
    {
        var rules = Read("terraform-azure-nsg", Rules).Resources("azurerm_network_security_rule").ToList();
        string[] always = ["name", "resource_group_name", "network_security_group_name", "description", "priority", "direction", "access", "protocol", "source_port_range", "source_address_prefix"];
        Assert.All(rules.Take(2), r => Only(r, [.. always, "destination_port_ranges", "destination_address_prefixes"], []));
        Only(rules[2], [.. always, "destination_port_range", "destination_address_prefix"], []);
        Assert.Equal(Prefixes, rules.SelectMany(r => r.Texts("destination_address_prefixes")));
        Assert.All(rules.Take(2), r => Assert.Equal(["443", "8443"], r.Texts("destination_port_ranges")));
        Assert.Equal(["Allow", "Allow", "Deny"], rules.Select(r => r.Attributes["access"]));
        Assert.Equal(rules.Select(r => r.Attributes["priority"]).Order(), rules.Select(r => r.Attributes["priority"]));
    }

    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall
    [Fact]
    public void Rules_of_google_hold_all_prefixes_and_refuse_both_families()
    {
        var rules = Read("terraform-gcp", Rules).Resources("google_compute_firewall").ToList();
        Assert.All(rules, r => Only(r, ["name", "network", "description", "direction", "priority", "destination_ranges"], ["allow", "deny", "log_config"]));
        var allowed = rules.Where(r => r.Of("allow").Any()).ToList();
        Assert.Equal(Prefixes, allowed.SelectMany(r => r.Texts("destination_ranges")));
        Assert.All(allowed, r => Assert.Equal(["443", "8443"], r.Of("allow").Single().Texts("ports")));
        var denied = rules.Where(r => r.Of("deny").Any()).ToList();
        Assert.Equal(["0.0.0.0/0", "::/0"], denied.SelectMany(r => r.Texts("destination_ranges")));
        Assert.True(allowed.Max(r => (long)r.Attributes["priority"]) < denied.Min(r => (long)r.Attributes["priority"]));
        var many = Read("terraform-gcp", RuleTargetsTests.Rules(257)).Resources("google_compute_firewall").Where(r => r.Of("allow").Any());
        Assert.Equal([("slipway-builder-ipv4", 256), ("slipway-builder-ipv4-2", 1)], many.Select(r => ((string)r.Attributes["name"], r.Texts("destination_ranges").Count())));
    }

    [Theory]
    [InlineData("terraform-aws-security-group")]
    [InlineData("terraform-aws-prefix-list")]
    [InlineData("terraform-azure-nsg")]
    [InlineData("terraform-gcp")]
    public void Every_variable_that_is_used_is_declared(string format)
    {
        var body = Read(format, RealRanges.Rules);
        var used = body.Blocks.Where(b => b.Type == "resource").SelectMany(b => b.Body.Attributes.Values).OfType<HclReference>().Select(r => r.Name).Distinct();
        Assert.Equal(body.Blocks.Where(b => b.Type == "variable").Select(b => "var." + b.Labels[0]), used);
        Assert.Equal(body.Blocks.Count, body.Blocks.Select(b => string.Join('.', b.Labels)).Distinct().Count());
    }

    [Theory]
    [InlineData("\"13.32.0.0/15\",", "\"13.32.0.0/15\"")]
    [InlineData("= \"13", "= \"${13")]
    [InlineData("  priority", "  priority priority")]
    [InlineData("{\n  name", "{ name")]
    [InlineData("\n}\n", "\n")]
    [InlineData("  direction", "  name")]
    public void A_file_that_was_spoilt_is_not_read(string part, string wrong)
    {
        var text = Text("terraform-gcp", RealRanges.Rules).Replace("destination_ranges = [", "destination_ranges =[", StringComparison.Ordinal) + "x = \"13.1.1.1/32\"\n";
        Assert.NotEmpty(HclReader.Read(text).Blocks);
        Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => HclReader.Read(text.Replace(part, wrong, StringComparison.Ordinal)));
    }

    private static void Only(HclBody body, string[] attributes, string[] blocks)
    {
        Assert.Empty(body.Attributes.Keys.Except(attributes));
        Assert.Empty(body.Blocks.Select(b => b.Type).Except(blocks));
    }

    private static HclBody Read(string format, RuleSet rules) => HclReader.Read(Text(format, rules));

    private static string Text(string format, RuleSet rules) => RuleTargets.Render(RuleTargetsTests.Target(format), rules);
}
