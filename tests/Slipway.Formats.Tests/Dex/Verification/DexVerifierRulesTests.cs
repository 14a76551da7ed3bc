namespace Slipway.Formats.Tests.Dex.Verification;

public sealed class DexVerifierRulesTests(VerifierPrograms programs) : IClassFixture<VerifierPrograms>
{
    [Fact]
    public void There_is_a_program_for_each_of_many_rules()
    {
        Assert.True(VerifierPrograms.Cases.Length > 100);
        Assert.NotEmpty(programs.Dex);
    }
}
