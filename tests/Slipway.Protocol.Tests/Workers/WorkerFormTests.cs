using Slipway.Protocol.Workers;

namespace Slipway.Protocol.Tests.Workers;

public sealed class WorkerFormTests
{
    [Fact]
    public void A_claim_says_how_long_it_waits() => WireForm.Is("""{"waitSeconds":25}""", new ClaimRequest(25));

    [Fact]
    public void An_answer_to_a_lease_says_whether_the_build_is_to_end() => WireForm.Is("""{"cancelRequested":true}""", new LeaseAnswer(true));
}
