using Slipway.Protocol.Applications;

namespace Slipway.Protocol.Tests.Applications;

public sealed class ApplicationFormTests
{
    [Fact]
    public void An_application_is_its_key_name_and_age() => WireForm.Is(
        """{"key":"0197f3a2-5c1e-7d44-9a6b-2f1c3e5d7a90","name":"Field Notes","createdAt":"1970-01-01T00:00:00+00:00"}""",
        new ApplicationDescription(Guid.Parse("0197f3a2-5c1e-7d44-9a6b-2f1c3e5d7a90"), "Field Notes", DateTimeOffset.UnixEpoch));
}
