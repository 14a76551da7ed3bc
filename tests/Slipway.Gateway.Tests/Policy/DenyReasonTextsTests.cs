using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tests.Policy;

public sealed class DenyReasonTextsTests
{
    [Fact]
    public void Reasons_have_texts_that_never_change() => Assert.Equal(
        "none not-listed port-not-listed listed-as-denied address-literal address-class loop name-not-resolved sni-mismatch sni-missing not-tls bad-request"
        + " too-many-connections too-many-requests client-not-allowed unauthenticated upstream-failed connect-failed bad-answer timeout idle-timeout total-timeout stopped",
        string.Join(' ', Enum.GetValues<DenyReason>().Select(r => r.Text())));

    [Fact]
    public void No_refusal_asks_for_credentials() => Assert.DoesNotContain(407, Enum.GetValues<DenyReason>().Select(r => r.Status()));
}
