namespace Slipway.Firewall.Tests.Renderers;

/// <summary>The script for prefix lists, run by a shell against an account that keeps Amazon's rules.</summary>
public sealed class AwsPrefixListTests : IDisposable
{
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyManagedPrefixList.html: a hundred entries in a request, the
    // version has to be the current one, entries and size are not changed together, and one change at a time.
    private const string Account = """
        #!/usr/bin/python3
        import json, os, sys
        path = os.environ["ACCOUNT"]
        lists = json.load(open(path)) if os.path.exists(path) else {}
        arguments = sys.argv[1:]
        assert arguments.pop(0) == "ec2"
        operation, options, name = arguments.pop(0), {}, None
        for word in arguments:
            if word.startswith("--"): name = word; options[name] = []
            else: options[name].append(word)
        def one(name): value, = options.pop(name); return value
        def fail(text): sys.exit(f"An error occurred: {text}")
        query = options.pop("--query", [None])[0]
        options.pop("--output", None)
        with open(path + ".log", "a") as log: log.write(operation + "\n")
        if operation == "describe-managed-prefix-lists":
            if "--filters" in options:
                wanted = one("--filters").removeprefix("Name=prefix-list-name,Values=")
                assert query == "PrefixLists[0].PrefixListId"
                print(next((i for i, l in lists.items() if l["name"] == wanted), "None"))
            else:
                l = lists[one("--prefix-list-ids")]
                print(l[query.removeprefix("PrefixLists[0].")])
                if l["State"].endswith("in-progress"): l["State"] = l["State"].replace("in-progress", "complete")
        elif operation == "get-managed-prefix-list-entries":
            assert query == "Entries[].[Cidr]"
            print("\n".join(lists[one("--prefix-list-id")]["entries"]))
        elif operation == "create-managed-prefix-list":
            identifier = f"pl-{len(lists) + 1:08x}"
            lists[identifier] = {"name": one("--prefix-list-name"), "family": one("--address-family"), "MaxEntries": int(one("--max-entries")), "entries": [], "Version": 1, "State": "create-in-progress"}
            print(identifier)
        elif operation == "modify-managed-prefix-list":
            l = lists[one("--prefix-list-id")]
            if not l["State"].endswith("complete"): fail("IncorrectState")
            if "--max-entries" in options:
                l["MaxEntries"] = int(one("--max-entries"))
            else:
                if int(one("--current-version")) != l["Version"]: fail("PrefixListVersionMismatch")
                add, remove = ([e.removeprefix("Cidr=") for e in options.pop(f"--{w}-entries", [])] for w in ("add", "remove"))
                if len(add) > 100 or len(remove) > 100: fail("InvalidParameterValue")
                if set(remove) - set(l["entries"]) or set(add) & set(l["entries"]): fail("InvalidEntries")
                if any((":" in e) != (l["family"] == "IPv6") for e in add): fail("InvalidFamily")
                l["entries"] = [e for e in l["entries"] if e not in remove] + add
                if len(l["entries"]) > l["MaxEntries"]: fail("PrefixListMaxEntriesExceeded")
                l["Version"] += 1
            l["State"] = "modify-in-progress"
        else: fail("InvalidAction")
        if options: fail(f"unknown options {options}")
        json.dump(lists, open(path, "w"))
        """;

    private readonly TemporaryFolder _folder = new();

    public AwsPrefixListTests() =>
        File.SetUnixFileMode(_folder.Add("aws", Account), UnixFileMode.UserRead | UnixFileMode.UserExecute);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_script_makes_the_lists_and_brings_them_up_to_date()
    {
        var old = RuleSets.ByAddress(RealRanges.Read("2020-01-01"), RealRanges.All, null, 0);
        Assert.Equal((0, Changes(old.Prefixes, '+')), Run(old, "--dry-run"));
        Assert.DoesNotContain("create", File.ReadAllText(_folder["account.log"]), StringComparison.Ordinal);
        Assert.Equal(0, Run(old).Code);
        Assert.Equal(Sorted(old.Prefixes), Entries());
        Assert.Equal(0, Run(RealRanges.Rules).Code);
        Assert.Equal(Sorted(RealRanges.Rules.Prefixes), Entries());
        Assert.Equal((0, ""), Run(RealRanges.Rules));
        // Back again: what came goes.
        Assert.Equal(0, Run(old).Code);
        Assert.Equal(Sorted(old.Prefixes), Entries());
    }

    [Fact]
    public void A_failure_ends_the_script()
    {
        File.WriteAllText(_folder["account"], """{"pl-1": {"name": "slipway-builder-ipv4", "family": "IPv6", "MaxEntries": 500, "entries": [], "Version": 1, "State": "create-complete"}}""");
        Assert.NotEqual(0, Run(RealRanges.Rules).Code);
        Assert.Equal(2, Run(RealRanges.Rules, "--nonsense").Code);
    }

    private static string Changes(IEnumerable<CidrPrefix> prefixes, char sign) => string.Concat(prefixes
        .GroupBy(p => p.IsIpv6).SelectMany(f => Sorted(f).Select(p => $"slipway-builder-ipv{(f.Key ? 6 : 4)} {sign} {p}\n")));

    private static IEnumerable<string> Sorted(IEnumerable<CidrPrefix> prefixes) => prefixes.Select(p => p.ToString()).Order(StringComparer.Ordinal);

    private IEnumerable<string> Entries()
    {
        using var document = System.Text.Json.JsonDocument.Parse(File.ReadAllText(_folder["account"]));
        return [.. document.RootElement.EnumerateObject().SelectMany(l => l.Value.GetProperty("entries").EnumerateArray()).Select(e => e.GetString()!).Order(StringComparer.Ordinal)];
    }

    private (int Code, string Output) Run(RuleSet rules, params string[] arguments)
    {
        var script = _folder.Add("script", RuleTargets.Render(RuleTargetsTests.Target("aws-prefix-list"), rules));
        var (code, output) = ExternalTool.Run("env", ["LC_ALL=C", $"PATH={_folder.Path}:/usr/bin:/bin", $"ACCOUNT={_folder["account"]}", "SLIPWAY_PAUSE=0", "sh", script, .. arguments]);
        return (code, output);
    }
}
