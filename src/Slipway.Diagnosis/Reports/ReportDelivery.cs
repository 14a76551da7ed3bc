using System.Net.Http.Headers;
using System.Text;
using Slipway.Connect.Failures;
using Slipway.Protocol.Gateways;

namespace Slipway.Diagnosis.Reports;

/// <summary>Delivers the report of an enrolled machine to the service, which stores the latest one of each machine.</summary>
internal static class ReportDelivery
{
    /// <summary>Delivers the report. Returns null when the service stored it, otherwise the reason why not.</summary>
    public static async Task<string?> SendAsync(Examination examination, RequestSigner signer, DoctorReport report, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put,
            $"/api/v1/environments/{signer.Identity.EnvironmentKey}/servers/{signer.Identity.MachineId}/report")
        {
            Content = new StringContent(ReportJson.Text(report), Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        await signer.SignAsync(request, examination.Options.Service, cancellation);
        try
        {
            using var answer = await examination.Http.SendAsync(request, cancellation);
            return answer.IsSuccessStatusCode ? null : RequestFailures.Describe(answer.StatusCode);
        }
        catch (Exception e) when (RequestFailures.IsOne(e))
        {
            return RequestFailures.Describe(e);
        }
    }
}
