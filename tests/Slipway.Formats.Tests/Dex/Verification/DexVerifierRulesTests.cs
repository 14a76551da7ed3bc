using Slipway.Formats.Dex.Verification;

namespace Slipway.Formats.Tests.Dex.Verification;

public sealed class DexVerifierRulesTests(VerifierPrograms programs) : IClassFixture<VerifierPrograms>
{
    public static TheoryData<string> Rules => [.. VerifierPrograms.Cases.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_program_that_breaks_a_rule_is_found_out_at_the_place(string rule)
    {
        var broken = VerifierPrograms.Cases.Single(candidate => candidate.Name == rule);
        var finding = programs.FindingsOf(broken.TypeOf(false)).First(candidate => candidate.Text.Contains(broken.Expected, StringComparison.Ordinal));
        Assert.Equal(broken.IsWarning ? DexSeverity.Warning : DexSeverity.Error, finding.Severity);
        Assert.Equal(programs.MarkedAddress(broken.TypeOf(false)), finding.Address);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Its_sound_twin_passes(string rule) =>
        Assert.Empty(programs.FindingsOf(VerifierPrograms.Cases.Single(candidate => candidate.Name == rule).TypeOf(true)));

    [Fact]
    public void The_classes_that_programs_refer_to_pass() =>
        Assert.DoesNotContain(programs.Findings, finding => !finding.Type.Contains('/', StringComparison.Ordinal));

    [Fact]
    public void There_are_programs_for_many_rules() => Assert.True(VerifierPrograms.Cases.Length > 120, $"{VerifierPrograms.Cases.Length}");
}
