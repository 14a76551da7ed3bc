using Slipway.Protocol.Environments;

namespace Slipway.Protocol.Tests.Environments;

public sealed class EnvironmentFormTests
{
    [Fact]
    public void A_server_has_a_name_and_roles() =>
        WireForm.Is("""{"name":"fe-01","roles":["FrontEnd"],"address":null}""", new NewMachine("fe-01", ["FrontEnd"]));
}
