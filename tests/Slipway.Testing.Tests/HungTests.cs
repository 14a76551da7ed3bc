namespace Slipway.Testing.Tests;

/// <summary>Tests that hang, for <see cref="TimeLimitTests"/> alone to start.</summary>
public sealed class HungTests
{
    [Fact(Explicit = true)]
    public Task Nothing_ever_comes() => new TaskCompletionSource().Task;

    [Fact(Explicit = true)]
    public void A_thread_is_blocked_for_ever()
    {
        using var never = new ManualResetEventSlim();
        never.Wait(TestContext.Current.CancellationToken);
    }
}
