using System.Globalization;
using System.Net;

namespace Slipway.Diagnosis;

/// <summary>Writes the paragraph that a user sends to the network team: source, destination, the request and what was measured.</summary>
internal static class NetworkTeamRequest
{
    /// <summary>Asks to allow connections to the service.</summary>
    public static string Allow(Examination examination, string evidence) =>
        Write(examination, $"please allow TCP port {examination.Port} from {Source(examination)} to {examination.Host}{Addresses(examination)}", evidence);

    /// <summary>Asks for something specific.</summary>
    /// <param name="examination">The examination.</param>
    /// <param name="wish">The request, as it follows "Hello, ".</param>
    /// <param name="evidence">What was measured.</param>
    public static string Write(Examination examination, string wish, string evidence) => string.Create(
        CultureInfo.InvariantCulture,
        $"Hello, {wish}. Our servers build mobile apps there ({ReportRedactor.Plain(examination.Options.Service)}). Measured {examination.Options.Clock.GetUtcNow():yyyy-MM-dd HH:mm} UTC on {Environment.MachineName}: {evidence}. All connections go out from here; none has to come in.");

    /// <summary>The addresses of this machine on the path to the service, as far as they are known.</summary>
    public static string Source(Examination examination) => examination switch
    {
        { Proxy: null, Dials: var dials } when dials.Any(dial => dial.Local is not null) =>
            string.Join(" and ", dials.Select(dial => dial.Local).OfType<IPAddress>().Distinct().OrderBy(address => address.AddressFamily)),
        { Local: { } local } => local.ToString(),
        _ => Environment.MachineName,
    };

    private static string Addresses(Examination examination) =>
        examination.Addresses.Count == 0 || examination.HasNoName ? "" : $" (at present {string.Join(", ", examination.Addresses)})";
}
