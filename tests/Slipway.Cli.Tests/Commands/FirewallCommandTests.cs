using System.Text.Json;

namespace Slipway.Cli.Tests.Commands;

public sealed class FirewallCommandTests
{
    [Fact]
    public void Rules_are_printed_and_nothing_else_is()
    {
        var run = SlipwayRun.Of("firewall", "--format", "nftables", "--ranges", Ranges("2026-08-22"), "--region", "GLOBAL", "--resolver", "10.0.0.53");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("# slipway firewall: ip-ranges.json syncToken=1787411825 createDate=2026-08-22-15-17-05 service=CLOUDFRONT region=GLOBAL\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("ip daddr { 10.0.0.53 } meta l4proto", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_by_name_need_no_list()
    {
        var run = SlipwayRun.Of("firewall", "--format", "plain", "--by", "domain", "--domain", "builder.example.com", "--ranges", "/nowhere");
        Assert.Equal((0, "# slipway firewall: by name: builder.example.com\nbuilder.example.com\n", ""), (run.ExitCode, run.Out, run.Error));
    }

    [Fact]
    public void A_file_is_written_and_told_about_in_json()
    {
        using var folder = new TemporaryFolder();
        var run = SlipwayRun.Of("firewall", "--format", "aws-security-group", "--ranges", Ranges("2026-08-22"), "--region", "GLOBAL", "--fit", "60", "--out", folder["rules.json"], "--json");
        Assert.Equal(0, run.ExitCode);
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal((60, 31), (document.RootElement.GetProperty("ipv4").GetInt32(), document.RootElement.GetProperty("ipv6").GetInt32()));
        Assert.Equal(File.ReadAllText(folder["rules.json"]), document.RootElement.GetProperty("content").GetString());
    }

    [Fact]
    public void What_a_file_cannot_say_is_said_beside_it()
    {
        var run = SlipwayRun.Of("firewall", "--format", "aws-security-group", "--ranges", Ranges("2026-08-22"), "--part", "3");
        Assert.StartsWith("Warning: all customers of Amazon's CLOUDFRONT share these addresses", run.Error, StringComparison.Ordinal);
        Assert.Contains("\nUndo: aws ec2 revoke-security-group-egress ", run.Error, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(SlipwayRun.Of("firewall", "--format", "aws-security-group", "--ranges", Ranges("2026-08-22"), "--part", "3", "--json").Out);
        Assert.Equal(60, document.RootElement.GetProperty("ipv4").GetInt32());
        Assert.Contains("share these addresses", document.RootElement.GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
        Assert.StartsWith("aws ec2 revoke-security-group-egress ", document.RootElement.GetProperty("undo").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hole_for_all_name_servers_is_said_aloud_wherever_the_rules_go()
    {
        using var folder = new TemporaryFolder();
        string[] arguments = ["firewall", "--format", "nftables", "--ranges", Ranges("2026-08-22")];
        Assert.Equal("WARNING: port 53 is open to every address, and data can leave through it: give --resolver ADDRESS, or --resolver system.\n", SlipwayRun.Of(arguments).Error);
        Assert.StartsWith("WARNING: port 53 ", SlipwayRun.Of([.. arguments, "--out", folder["rules"]]).Error, StringComparison.Ordinal);
        Assert.Equal("", SlipwayRun.Of([.. arguments, "--resolver", "10.0.0.53"]).Error);
    }

    [Fact]
    public void The_name_servers_of_this_machine_can_be_taken()
    {
        using var folder = new TemporaryFolder();
        var resolv = folder.Add("resolv.conf", System.Text.Encoding.UTF8.GetBytes("nameserver 192.0.2.53\n"));
        var run = SlipwayRun.Of("unshare", ["-m", "sh", "-c", $"mount --bind {resolv} /etc/resolv.conf && exec dotnet exec {SlipwayRun.Assembly} firewall --format nftables --resolver system --ranges {Ranges("2026-08-22")}"], []);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("ip daddr { 192.0.2.53 } meta l4proto", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Removals_are_shown_too()
    {
        var run = SlipwayRun.Of("firewall", "diff", Ranges("2020-01-01"), Ranges("2026-08-22"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\n- ", run.Out, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(SlipwayRun.Of("firewall", "diff", Ranges("2026-08-22"), Ranges("2020-01-01"), "--json").Out);
        Assert.Equal(run.Out.Split('\n').Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..]), document.RootElement.GetProperty("added").EnumerateArray().Select(p => p.GetString()));
    }

    [Theory]
    [InlineData("SLW-FWL-20001", "--fit", "60")]
    [InlineData("SLW-FWL-40004", "--format", "aws-security-group")]
    [InlineData("SLW-FWL-40003", "--format", "haproxy")]
    [InlineData("SLW-FWL-40008", "--format", "aws-security-group", "--part", "4")]
    [InlineData("SLW-FWL-40002", "--region", "eu-nowhere-1")]
    [InlineData("SLW-FWL-40001", "--ranges", "/nowhere")]
    [InlineData("SLW-FWL-40011", "check", "/nowhere")]
    [InlineData("SLW-FWL-40005", "--by", "domain", "--domain", "localhost")]
    public void What_cannot_be_done_is_told_with_its_code(string code, params string[] arguments)
    {
        var run = SlipwayRun.Of(["firewall", .. arguments, .. arguments.Contains("--ranges") ? [] : new[] { "--ranges", Ranges("2026-08-22") }]);
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_names_what_came_and_went()
    {
        var run = SlipwayRun.Of("firewall", "diff", Ranges("2025-07-01"), Ranges("2026-08-22"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\n+ ", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("2.02 percent of the IPv4 addresses of 2026-08-22-15-17-05 are missing in 2025-07-01-18-53-30\n", run.Out, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(SlipwayRun.Of("firewall", "diff", Ranges("2026-08-22"), Ranges("2026-08-22"), "--json").Out);
        Assert.Equal((0, 0), (document.RootElement.GetProperty("added").GetArrayLength(), document.RootElement.GetProperty("removed").GetArrayLength()));
    }

    [Fact]
    public void Rules_that_were_applied_are_compared_with_the_list()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, SlipwayRun.Of("firewall", "--format", "cisco-ios", "--ranges", Ranges("2025-07-01"), "--out", folder["rules"]).ExitCode);
        var run = SlipwayRun.Of("firewall", "check", folder["rules"], "--ranges", Ranges("2026-08-22"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("stale   made from the list of 2025-07-01-18-53-30, 416 days before, compared with 2026-08-22-15-17-05", run.Out, StringComparison.Ordinal);
        Assert.Contains("SLW-FWL-40010", run.Error, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(SlipwayRun.Of("firewall", "check", folder["rules"], "--json", "--ranges", Ranges("2026-08-22")).Out);
        Assert.Equal(("Stale", 2.024), (document.RootElement.GetProperty("status").GetString(), document.RootElement.GetProperty("missedIpv4Percent").GetDouble()));
        Assert.Equal("SLW-FWL-40010", document.RootElement.GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.Equal(0, SlipwayRun.Of("firewall", "check", folder["rules"], "--ranges", Ranges("2025-07-01")).ExitCode);
    }

    [Fact]
    public void What_the_kernel_lists_as_its_rules_is_compared_too()
    {
        using var folder = new TemporaryFolder();
        string List(string date)
        {
            SlipwayRun.Of("firewall", "--format", "nftables", "--resolver", "10.0.0.53", "--ranges", Ranges(date), "--out", folder[date]);
            return $"nft -f {folder[date]} && nft list table inet slipway | dotnet exec {SlipwayRun.Assembly} firewall check - --ranges {Ranges("2026-08-22")}";
        }

        Assert.Equal((0, 1), (SlipwayRun.Of("unshare", ["-n", "sh", "-c", List("2026-08-22")], []).ExitCode, SlipwayRun.Of("unshare", ["-n", "sh", "-c", List("2025-07-01")], []).ExitCode));
    }

    [Fact]
    public void Watch_keeps_a_file_and_tells_when_it_cannot_be_applied()
    {
        using var folder = new TemporaryFolder();
        string[] watch = ["firewall", "watch", "--once", "--json", "--out", folder["rules"], "--run", "/bin/true", "--ranges"];
        Assert.Equal("Changed", Status(SlipwayRun.Of([.. watch, Ranges("2025-07-01")])));
        Assert.Equal("Unchanged", Status(SlipwayRun.Of([.. watch, Ranges("2025-07-01")])));
        // Other rules from the same list are another file.
        Assert.Equal("Changed", Status(SlipwayRun.Of([.. watch, Ranges("2025-07-01"), "--region", "GLOBAL"])));
        Assert.Equal("Changed", Status(SlipwayRun.Of([.. watch, Ranges("2025-07-01")])));
        var first = File.ReadAllText(folder["rules"]);
        Assert.Equal("Changed", Status(SlipwayRun.Of([.. watch, Ranges("2026-08-22")])));
        Assert.NotEqual(first, File.ReadAllText(folder["rules"]));
        var run = SlipwayRun.Of("firewall", "watch", "--once", "--out", folder["rules"], "--run", "/bin/false", "--port", "8443", "--format", "csv", "--ranges", Ranges("2026-08-22"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("SLW-FWL-40006", run.Error, StringComparison.Ordinal);
    }

    private static string Status(SlipwayRun run)
    {
        Assert.Equal(0, run.ExitCode);
        using var document = JsonDocument.Parse(run.Out);
        return document.RootElement.GetProperty("status").GetString()!;
    }

    private static string Ranges(string date) => Path.Combine(Repository.Root, "tests", "corpus", "ip-ranges", date + ".json");
}
