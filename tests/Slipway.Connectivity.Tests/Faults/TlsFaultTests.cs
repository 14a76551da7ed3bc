using System.Globalization;
using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Faults;

/// <summary>Something on the way that has to do with the encryption.</summary>
public sealed class TlsFaultTests(Lab lab) : Fault(lab)
{
    private const string FakeTime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

    /// <summary>Seconds by which <c>./test --date</c> moves the clock of everything.</summary>
    private static long ShiftOfThisRun => long.Parse(Environment.GetEnvironmentVariable("FAKETIME") ?? "0", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("/O=Corp/CN=Corp Web Security", true)]
    [InlineData("/O=Zscaler Inc./CN=Zscaler Root CA", false)]
    public void The_connection_is_inspected(string authority, bool isTrusted)
    {
        var inspector = new Stations.Inspection(Lab["border"], authority);
        inspector.Start(8101 + (isTrusted ? 1 : 0));
        Divert(8101 + (isTrusted ? 1 : 0));
        if (isTrusted)
            Lab[Machine].Variables["SSL_CERT_FILE"] = inspector.TrustedWith(Lab.Certificates.Authority);
        var examined = Examine(Only("C07", "C11", "C18"));
        examined.IsCausedBy("C07", "tls-interception");
        Assert.Contains(isTrusted ? "not one that is expected" : "Zscaler", examined.Of("C07", "summary"), StringComparison.Ordinal);
        Assert.Equal(isTrusted ? "Ok" : "Skipped", examined.Of("C10", "state"));
    }

    [Fact]
    public void The_name_in_the_first_message_is_filtered()
    {
        StartOnRouter($$"""
            frontend names
              mode tcp
              bind :::8110 v4v6
              tcp-request inspect-delay 5s
              tcp-request content reject if { req.ssl_hello_type 1 } { req.ssl_sni -i {{Address.ServiceName}} }
              tcp-request content accept if { req.ssl_hello_type 1 }
              default_backend names
            backend names
              mode tcp
              server edge {{Address.Edge4}}:443
            """);
        Divert(8110);
        var examined = Examine();
        examined.IsCausedBy("C08", "sni-filtered");
        Assert.True(examined.IsSkipped("C07", "C08"));
    }

    [Fact]
    public void A_large_first_message_is_dropped()
    {
        // A record with a first message (22, version 3.1) that is longer than a packet: what is sent again is dropped again.
        Filter("tcp dport 443 @ih,0,24 0x160301 @ih,24,16 > 1400 drop");
        ExamineSilence(Only("C09", "C11")).IsCausedBy("C09", "large-hello-dropped");
    }

    [Theory]
    [InlineData(-2 * 60 * 60)]
    [InlineData(300 * 24 * 60 * 60)]
    public void The_clock_is_wrong(long seconds)
    {
        Lab[Machine].Variables["LD_PRELOAD"] = FakeTime;
        Lab[Machine].Variables["FAKETIME"] = (seconds + ShiftOfThisRun).ToString("+0;-0", CultureInfo.InvariantCulture);
        Lab[Machine].Variables["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        Lab[Machine].Variables["FAKETIME_FORCE_MONOTONIC_FIX"] = "0";
        Examine().IsCausedBy("C13", "clock-skew", exitCode: 1);
    }

    [Fact]
    public void Another_builder_answers_than_the_one_whose_key_is_known() =>
        Doctor(["--server", Address.Service, "--service-key", "sha256:" + new string('A', 43), .. Only("C10")]).IsCausedBy("C10", "wrong-server");

    [Fact]
    public void Another_server_answers_with_a_certificate_that_is_trusted()
    {
        StartOnRouter($$"""
            frontend portal
              bind :::8120 v4v6 ssl crt {{Lab.Certificates.Issue("portal", Address.ServiceName)}}
              http-request return status 200 content-type text/html string "<html><title>Log in to the network</title></html>"
            """);
        Divert(8120);
        var examined = Examine();
        examined.IsCausedBy("C10", "wrong-server");
        Assert.Contains("Log in to the network", examined.Of("C10", "summary"), StringComparison.Ordinal);
        Assert.True(examined.IsSkipped("C11", "C10"));
    }
}
