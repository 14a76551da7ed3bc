using System.Net;
using Slipway.Connect.Failures;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;

namespace Slipway.Diagnosis.Service;

/// <summary>Reads the service's statement about itself, which is signed so that nobody on the path can forge it.</summary>
internal static class ServiceIdentityReader
{
    private const int MostShown = 80;

    /// <summary>Reads the statement. Returns null on success, otherwise the reason.</summary>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    /// <exception cref="TimeoutException">There was no answer in time.</exception>
    public static async Task<string?> ReadAsync(Examination examination, ServiceHttp http, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, ServiceHosts.Path);
        using var answer = await http.SendAsync(request, cancellation);
        var text = await http.TextAsync(answer, cancellation);
        if (answer.StatusCode != HttpStatusCode.OK)
            return $"{RequestFailures.Describe(answer.StatusCode)}{Shown(examination, answer, text)}";
        // The statement contains its own expiry. A wrong clock of this machine is reported by C13.
        var now = answer.Headers.Date ?? examination.Options.Clock.GetUtcNow();
        try
        {
            // A relay answers with the address of its service; C10 reports who is in between.
            examination.Service.Published = ServiceHostsReader.Read(text, examination.Options.ServiceKey, now, asked: null);
        }
        catch (ProblemException e)
        {
            return $"{e.Problems[0].Message.TrimEnd('.')}{Shown(examination, answer, text)}";
        }

        if (answer.Headers.Date is { } date)
            examination.Service.Clocks = (date, examination.Options.Clock.GetUtcNow());
        return null;
    }

    /// <summary>Reads the statement when possible, with a second attempt after a timeout.</summary>
    public static async Task TryReadAsync(Examination examination, ServiceHttp http, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            try
            {
                await ReadAsync(examination, http, cancellation);
                return;
            }
            catch (Exception e) when (RequestFailures.IsOne(e))
            {
                // A check that needs the statement reports the cause.
                if (e is not TimeoutException)
                    return;
            }
        }
    }

    // The beginning of a page shows who sent it.
    private static string Shown(Examination examination, HttpResponseMessage answer, string text)
    {
        var title = text.IndexOf("<title>", StringComparison.OrdinalIgnoreCase);
        var words = string.Join(' ',
            (title < 0 ? text : text[(title + "<title>".Length)..]).Split('<')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var clean = examination.Redactor.CleanForeign(new string([.. words.Where(c => !char.IsControl(c))]));
        return $", of the type {answer.Content.Headers.ContentType?.MediaType ?? "none"}{(clean.Length == 0 ? "" : $": {(clean.Length > MostShown ? clean[..MostShown] + "…" : clean)}")}";
    }
}
