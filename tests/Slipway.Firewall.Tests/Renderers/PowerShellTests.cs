using System.Management.Automation.Language;
using System.Net;

namespace Slipway.Firewall.Tests.Renderers;

/// <summary>PowerShell's own parser reads the script for Windows.</summary>
public sealed class PowerShellTests
{
    private static readonly RuleSet Rules = RealRanges.Rules with { Resolvers = [IPAddress.Parse("10.0.0.53"), IPAddress.Parse("fd00::53")], Ports = [443, 8443] };

    public static TheoryData<string> Kinds => ["plain", "any name server", "many addresses", "without a log"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_finds_no_error(string kind) => Assert.Empty(Parse(Text(kind switch
    {
        "any name server" => Rules with { Resolvers = [] },
        "many addresses" => RuleTargetsTests.Rules(2500),
        "without a log" => Rules with { Log = false },
        _ => Rules,
    })).Errors);

    [Fact]
    public void The_commands_hold_all_addresses_and_the_last_one_refuses()
    {
        var script = Parse(Text(Rules)).Script;
        var commands = script.FindAll(a => a is CommandAst, false).Cast<CommandAst>().Where(c => c.GetCommandName() != "Out-Null").ToList();
        Assert.Equal(["Remove-NetFirewallRule", "New-NetFirewallRule", "New-NetFirewallRule", "New-NetFirewallRule", "Set-NetFirewallProfile"], commands.Select(c => c.GetCommandName()));
        Assert.Equal(["TCP", "TCP", "UDP"], commands.Skip(1).Take(3).Select(c => Argument(c, "Protocol")));
        Assert.Equal(["443,8443", "53", "53"], commands.Skip(1).Take(3).Select(c => Argument(c, "RemotePort")));
        Assert.Equal(Rules.Prefixes.Select(p => p.ToString()), Items(script, Argument(commands[1], "RemoteAddress")));
        Assert.Equal(["10.0.0.53", "fd00::53"], Items(script, Argument(commands[2], "RemoteAddress")));
        Assert.Equal("Block", Argument(commands[^1], "DefaultOutboundAction"));
        Assert.Contains(script.ParamBlock.Attributes, a => a.TypeName.Name == "CmdletBinding");
    }

    [Theory]
    [InlineData("| Out-Null", "| |")]
    [InlineData("@(", "@")]
    [InlineData("param()", "param(")]
    public void It_finds_errors_in_a_script_that_was_spoilt(string part, string wrong)
    {
        Assert.Contains(part, Text(Rules), StringComparison.Ordinal);
        Assert.NotEmpty(Parse(Text(Rules).Replace(part, wrong, StringComparison.Ordinal)).Errors);
    }

    private static string Text(RuleSet rules) => RuleTargets.Render(RuleTargetsTests.Target("windows"), rules);

    private static (ScriptBlockAst Script, ParseError[] Errors) Parse(string text)
    {
        var script = Parser.ParseInput(text, out _, out var errors);
        return (script, errors);
    }

    private static string Argument(CommandAst command, string parameter)
    {
        var at = command.CommandElements.ToList().FindIndex(e => e is CommandParameterAst p && p.ParameterName == parameter);
        return command.CommandElements[at + 1].Extent.Text;
    }

    private static IEnumerable<string> Items(ScriptBlockAst script, string variable) => script
        .FindAll(a => a is AssignmentStatementAst s && s.Left.Extent.Text == variable, false).Cast<AssignmentStatementAst>().Single().Right
        .FindAll(a => a is StringConstantExpressionAst, false).Cast<StringConstantExpressionAst>().Select(s => s.Value);
}
