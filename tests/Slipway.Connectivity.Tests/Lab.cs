using Slipway.Connectivity.Tests.Network;
using Slipway.Connectivity.Tests.Stations;

namespace Slipway.Connectivity.Tests;

/// <summary>
/// A whole network of namespaces: the internet, a CDN in front of a builder, and a customer with front-ends, a deployment
/// controller, a proxy and a name server. Needs root. It is made once for all scenarios; each of them begins with a network in
/// which everything may be reached.
/// </summary>
public sealed class Lab : IDisposable
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "field-notes");

    private readonly TemporaryFolder _folder = new();
    private readonly Topology _topology = new();
    private readonly LabService _builder;
    private readonly string _token;
    private int _builds;

    public Lab()
    {
        try
        {
            Certificates = new Certificates(_folder.Path);
            _topology.Build(_folder.Path);
            _topology.Reset();
            var edge = Certificates.Issue("edge", Address.ServiceName, Address.NeighbourName);
            _builder = new LabService(this["builder"], Certificates.Pin("edge"));
            WebServers.StartEdge(this["edge"], edge);
            WebServers.StartOther(this["other"], Certificates.Issue("other", Address.OtherName));
            WebServers.StartMetadata(this["border"]);
            WebServers.StartInternal(this["fe-02"], Certificates.Issue("internal", Address.FrontEnd2Name, Address.RebindName));
            NameServers.StartPublic(this["other"]);
            NameServers.StartCustomers(this["dns"]);
            _token = _folder.Add("token", _builder.Token);
            File.SetUnixFileMode(_token, UnixFileMode.UserRead);
            foreach (var node in _topology.Nodes)
                node.KeepRunning();
            Reset();
            _builder.Ready();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>A folder with the program as it was built with the tests, under its name.</summary>
    public static string Commands { get; } = Prepare();

    internal Certificates Certificates { get; }

    /// <summary>Thumbprint of the key that the builder signs with.</summary>
    public string ServiceKey => _builder.Key;

    /// <summary>A machine: internet, edge, builder, other, border; fe-01, fe-02, ctl-01, dns, proxy.</summary>
    public Node this[string name] => _topology[name];

    /// <summary>Makes everything reachable again, and ends what a scenario started on the customer's machines.</summary>
    public void Reset()
    {
        _topology.Reset();
        foreach (var node in _topology.OfCustomer)
        {
            node.Variables["SSL_CERT_FILE"] = Certificates.Authority;
            node.Variables["CURL_CA_BUNDLE"] = Certificates.Authority;
            node.Variables["SLIPWAY_TOKEN"] = File.ReadAllText(_token).Trim();
        }
    }

    /// <summary>Runs a program on a machine to its end.</summary>
    public Ran Run(string node, params string[] command) => this[node].Run(command);

    /// <summary>Asks a web server with curl.</summary>
    public Ran Curl(string node, params string[] arguments) => this[node].Run(["curl", "--silent", "--show-error", "--max-time", "15", .. arguments]);

    /// <summary>Puts rules for nftables into force on a machine.</summary>
    public void Apply(string node, string rules) => this[node].Feed(rules, "nft", "-f", "-").Well();

    /// <summary>What happens to connections: open, refused or silent. Targets are ADDRESS[:PORT], by default port 443, or dns:ADDRESS.</summary>
    public IReadOnlyList<string> Reach(string node, params string[] targets) => Probe.Reach(this[node], targets);

    /// <summary>Builds the sample from its upload to the package, with a file that makes it an app that was not there before.</summary>
    public BuildRun Build(string node, string server = Address.Service, params string[] options)
    {
        var name = $"build-{++_builds}";
        var app = Path.Combine(this[node].Folder, name);
        Node.Local("cp", "-r", Sample, app).Well();
        var mark = Guid.NewGuid().ToString("N");
        File.WriteAllText(Path.Combine(app, "www", "mark.txt"), mark);
        var packages = Path.Combine(this[node].Folder, name + "-out");
        return new BuildRun(this[node].Slipway(["build", app, "--server", server, "--out", packages, "--json", .. options]), mark, packages);
    }

    private static string Prepare()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "commands");
        Directory.CreateDirectory(folder);
        Write("slipway", $"exec dotnet exec '{Path.Combine(AppContext.BaseDirectory, "slipway.dll")}' \"$@\"");
        // dig allocates by jemalloc, which asks libfaketime for the time before that is ready; it needs no date.
        Write("dig", "exec env -u LD_PRELOAD /usr/bin/dig \"$@\"");
        return folder;

        void Write(string name, string command)
        {
            var script = Path.Combine(folder, name);
            File.WriteAllText(script, $"#!/bin/sh\n{command}\n");
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose()
    {
        foreach (var node in _topology.Nodes)
            node.Dispose();
        _folder.Dispose();
    }
}
