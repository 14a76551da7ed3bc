using System.Net;
using Slipway.Diagnosis.Proxies;

namespace Slipway.Diagnosis.Tests.Proxies;

/// <summary>What the doctor makes of the variables is held against what the runtime makes of them.</summary>
[Collection(Variables)]
public sealed class ProxyVariablesTests
{
    private const string Variables = "environment variables";
    private static readonly Uri Server = new("https://builder.example.com");

    private static readonly string[] All = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "http_proxy", "HTTP_PROXY", "no_proxy", "NO_PROXY"];

    [Theory]
    [InlineData("proxy:8080")]
    [InlineData("proxy")]
    [InlineData("http://proxy:8080")]
    [InlineData("http://proxy:8080/")]
    [InlineData("https://proxy")]
    [InlineData("socks5://proxy:1081")]
    [InlineData("socks5://proxy")]
    [InlineData("http://user:secret@proxy:8080")]
    [InlineData("http://user:p%40ss@proxy:8080")]
    [InlineData("http://user:p@ss@proxy:8080")]
    [InlineData("http://user@proxy:8080")]
    [InlineData("http://[2001:db8::1]:8080")]
    [InlineData("http://proxy:99999")]
    [InlineData("http://proxy:port")]
    [InlineData("http://")]
    [InlineData("socks4://proxy:1081")]
    [InlineData("socks4a://proxy:1081")]
    [InlineData("socks5h://proxy:1081")]
    [InlineData("socks://proxy:1081")]
    [InlineData("HTTP://proxy:8080")]
    [InlineData(" http://proxy:8080")]
    [InlineData("http://proxy:8080 ")]
    [InlineData("\tproxy:8080")]
    [InlineData("\uFEFFhttp://proxy:8080")]
    public void The_value_of_a_variable_means_the_same(string value)
    {
        var original = Original(("HTTPS_PROXY", value));
        var ours = ProxyVariables.Parse(value, "HTTPS_PROXY");
        Assert.Equal(original?.GetProxy(Server), ours?.Address);
        var login = original?.Credentials?.GetCredential(ours!.Address, "Basic");
        Assert.Equal((login?.UserName, login?.Password), (ours?.User, ours?.Password));
    }

    [Theory]
    [InlineData("builder.example.com", true)]
    [InlineData("BUILDER.example.com", true)]
    [InlineData(".example.com", true)]
    [InlineData(".builder.example.com", true)]
    [InlineData("example.com", false)]
    [InlineData("*.example.com", false)]
    [InlineData("*", false)]
    [InlineData("builder.example.com:443", false)]
    [InlineData(" builder.example.com", true)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("other.example.com,builder.example.com", true)]
    [InlineData("other.example.com builder.example.com", false)]
    [InlineData("https://builder.example.com", false)]
    public void An_exception_means_the_same(string value, bool isExcepted)
    {
        var original = Original(("HTTPS_PROXY", "http://proxy:8080"), ("NO_PROXY", value))!;
        var ours = ProxyVariables.Exceptions(name => name == "NO_PROXY" ? value : null).Any(entry => ProxyVariables.Excepts(entry, Server));
        Assert.Equal((isExcepted, isExcepted), (original.IsBypassed(Server), ours));
    }

    [Theory]
    [InlineData("*.example.com")]
    [InlineData("*")]
    [InlineData("builder.example.com:443")]
    [InlineData("10.0.0.0/8")]
    public void Why_an_exception_is_ignored_is_said(string entry) => Assert.NotNull(ProxyVariables.WhyIgnored(entry));

    [Theory]
    [InlineData("builder.example.com")]
    [InlineData(".example.com")]
    [InlineData("[::1]")]
    [InlineData("2001:db8::1")]
    public void An_exception_that_counts_is_not_complained_about(string entry) => Assert.Null(ProxyVariables.WhyIgnored(entry));

    [Theory]
    [InlineData("https_proxy", "HTTPS_PROXY")]
    [InlineData("HTTPS_PROXY", "all_proxy")]
    [InlineData("all_proxy", "ALL_PROXY")]
    public void The_same_variable_wins(string first, string second)
    {
        Dictionary<string, string> values = new() { [first] = "http://one:1", [second] = "http://two:2" };
        var original = Original((first, values[first]), (second, values[second]))!;
        var (name, value) = ProxyVariables.First(values.GetValueOrDefault, ProxyVariables.NamesFor(Server));
        Assert.Equal(first, name);
        Assert.Equal(original.GetProxy(Server), ProxyVariables.Parse(value!, name!)!.Address);
    }

    private static IWebProxy? Original(params (string Name, string Value)[] variables)
    {
        var before = All.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        try
        {
            foreach (var name in All)
                Environment.SetEnvironmentVariable(name, null);
            foreach (var (name, value) in variables)
                Environment.SetEnvironmentVariable(name, value);
            object?[] arguments = [null];
            var type = typeof(HttpClient).Assembly.GetType("System.Net.Http.HttpEnvironmentProxy", throwOnError: true)!;
            return (bool)type.GetMethod("TryCreate")!.Invoke(null, arguments)! ? (IWebProxy)arguments[0]! : null;
        }
        finally
        {
            foreach (var (name, value) in before)
                Environment.SetEnvironmentVariable(name, value);
        }
    }

    /// <summary>Variables belong to the whole process.</summary>
    [CollectionDefinition(Variables, DisableParallelization = true)]
    public sealed class Alone;
}
