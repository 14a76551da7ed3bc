using System.Net;
using System.Text;

namespace Slipway.Contract.Tests.Client;

/// <summary>Gives one answer to everything, and keeps what was asked.</summary>
internal sealed class CannedServer(HttpStatusCode status, string answer) : HttpMessageHandler
{
    public string? Asked { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked = request.RequestUri!.AbsoluteUri;
        return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(answer, Encoding.UTF8, "application/json") });
    }
}
