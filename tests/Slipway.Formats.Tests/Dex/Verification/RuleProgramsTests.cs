using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex.Verification;

/// <summary>
/// The programs themselves under an outsider's eye: the JVM's verifier, by way of enjarify. It cannot see rules that only Dalvik has and
/// sees some others only when a call runs, so it need not refuse every broken program; but it accepts every sound one.
/// </summary>
public sealed class RuleProgramsTests(VerifierPrograms programs) : IClassFixture<VerifierPrograms>
{
    private const int RefusedByTheJvm = 75;

    [Fact]
    public void The_jvm_accepts_all_sound_programs_and_refuses_most_broken_ones()
    {
        var verdicts = JvmVerdicts.Of(programs.Dex);
        Assert.All(VerifierPrograms.Cases, rule => Assert.Equal(JvmVerdicts.Fine, verdicts.GetValueOrDefault(rule.TypeOf(true))));
        var refused = VerifierPrograms.Cases.Count(rule => verdicts.GetValueOrDefault(rule.TypeOf(false)) != JvmVerdicts.Fine);
        Assert.True(refused >= RefusedByTheJvm, $"the JVM refuses {refused} of {VerifierPrograms.Cases.Length} broken programs");
    }
}
