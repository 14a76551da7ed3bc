using System.Net;
using System.Net.NetworkInformation;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Slipway.Connect.Failures;
using Slipway.Diagnosis.Names;
using Slipway.Protocol.Environments;
using Slipway.Protocol.Text;

namespace Slipway.Diagnosis.Environments;

/// <summary>Reads an environment from the service, and the enrolment and addresses of this machine.</summary>
internal static class EnvironmentReader
{
    private const string Path = "/api/v1/environments";

    /// <summary>Reads the environment. Returns null with the reason when the service refuses.</summary>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    /// <exception cref="TimeoutException">There was no answer in time.</exception>
    public static async Task<(EnvironmentView? View, string? Trouble)> ReadAsync(Examination examination, string keyOrName, CancellationToken cancellation)
    {
        var (environments, trouble) = await GetAsync(examination, Path, EnvironmentJson.Default.IReadOnlyListEnvironmentDescription, cancellation);
        if (environments is null)
            return (null, trouble);
        if (environments.FirstOrDefault(e => e.Key.ToString().Equals(keyOrName, StringComparison.OrdinalIgnoreCase)
            || e.Name == keyOrName) is not { } environment)
        {
            return (null, null);
        }
        var (launches, why) = await GetAsync(examination, $"{Path}/{environment.Key}/launches", EnvironmentJson.Default.LaunchCounts, cancellation);
        if (launches is null)
            return (null, why);
        var names = environment.Machines.Select(server => server.Address)
            .Append(environment.InternalAddress).OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var resolved = await Task.WhenAll(names.Select(async name => (Name: name,
            (await SystemNames.ResolveAsync(name, examination.Times.Connect, cancellation)).Addresses)));
        return (new EnvironmentView(environment, launches, examination.Options.Signer?.Identity, Here(),
            resolved.ToDictionary(pair => pair.Name, pair => pair.Addresses, StringComparer.OrdinalIgnoreCase)), null);
    }

    private static async Task<(T? Value, string? Trouble)> GetAsync<T>(Examination examination, string path, JsonTypeInfo<T> type,
        CancellationToken cancellation)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await examination.Http.SendAsync(request, cancellation, withToken: true);
        if (answer.StatusCode != HttpStatusCode.OK)
            return (null, RequestFailures.Describe(answer.StatusCode));
        try
        {
            return (UntrustedJson.Read(Encoding.UTF8.GetBytes(await examination.Http.TextAsync(answer, cancellation)), type), null);
        }
        catch (JsonException)
        {
            return (null, "the answer is not what was expected");
        }
    }

    private static HashSet<IPAddress> Here() =>
        [.. NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().UnicastAddresses).Select(address => address.Address)];
}
