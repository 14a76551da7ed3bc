using Slipway.Connectivity.Tests.Network;
using Slipway.Connectivity.Tests.Stations;
using Slipway.Connectivity.Tests.Ways;

namespace Slipway.Connectivity.Tests.Faults;

/// <summary>A network in which one thing is broken, and the doctor on a machine of it.</summary>
public abstract class Fault(Lab lab) : Scenario(lab)
{
    protected const string Machine = "fe-01";

    /// <summary>Examines the way to the builder, and what of it takes a while as well.</summary>
    protected Examined ExamineWhole(params string[] options) => Doctor(["--server", Address.Service, "--timeout", "5", "--idle", "1", .. options]);

    /// <summary>Examines the way to the builder.</summary>
    protected Examined Examine(params string[] options) => Doctor(["--server", Address.Service, "--timeout", "5", "--quick", .. options]);

    /// <summary>Examines a way on which something never answers, which is waited for as shortly as possible.</summary>
    protected Examined ExamineSilence(params string[] options) => Doctor(["--server", Address.Service, "--timeout", "1", "--quick", .. options]);

    /// <summary>Names checks, which run with all that they build on.</summary>
    protected static string[] Only(params string[] checks) => [.. checks.SelectMany(check => new[] { "--check", check })];

    /// <summary>Lets the doctor say what it finds.</summary>
    protected Examined Doctor(params string[] options) => DoctorOn(Machine, options);

    /// <summary>Lets the doctor on another machine say what it finds.</summary>
    protected Examined DoctorOn(string machine, params string[] options) => new(Lab[machine].Slipway(["doctor", "--stream", "1", "--json", .. options]));

    /// <summary>Lets the customer's router drop or refuse what it would forward.</summary>
    protected void Filter(params string[] rules) => Lab["border"].Filter($$"""
        {{Topology.Translation}}
        table inet fault {
          chain forward {
            type filter hook forward priority filter
            {{string.Join("\n    ", rules)}}
          }
        }
        """);

    /// <summary>Sends connections to the builder to a port of the customer's router instead, whoever believes to be connected to the builder.</summary>
    protected void Divert(int port) => Lab["border"].Filter($$"""
        {{Topology.Translation}}
        table inet diversion {
          chain prerouting {
            type nat hook prerouting priority dstnat
            ip daddr {{Address.Edge4}} tcp dport 443 dnat ip to 10.20.0.1:{{port}}
            ip6 daddr {{Address.Edge6}} tcp dport 443 dnat ip6 to [2001:db8:20::1]:{{port}}
          }
        }
        """);

    /// <summary>Starts HAProxy on the customer's router.</summary>
    protected void StartOnRouter(string configuration) => WebServers.Start(Lab["border"], configuration);
}
