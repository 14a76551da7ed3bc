using System.Net;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>
/// Cancels a request when the service has received it completely and does not begin to answer. The time for sending it and the duration of a stream do not
/// count.
/// </summary>
internal sealed class ResponseTimeoutHandler(HttpMessageHandler inner, TimeSpan most, string builder) : DelegatingHandler(inner)
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (request.Content is { } content)
            request.Content = new Watched(content, () => Begin(patience));
        else
            Begin(patience);
        try
        {
            return await base.SendAsync(request, patience.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProblemException(RelayProblems.ServiceSilent.At(builder,
                $"The service received the request and did not answer within {most.TotalSeconds:0.#} s."), e);
        }
    }

    private void Begin(CancellationTokenSource patience)
    {
        try
        {
            patience.CancelAfter(most);
        }
        catch (ObjectDisposedException)
        {
            // The answer came before the whole request was sent.
        }
    }

    private sealed class Watched : HttpContent
    {
        private readonly HttpContent _content;
        private readonly Action _sent;

        public Watched(HttpContent content, Action sent)
        {
            _content = content;
            _sent = sent;
            foreach (var (name, values) in content.Headers.NonValidated)
                Headers.TryAddWithoutValidation(name, values);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await _content.CopyToAsync(stream, context, cancellationToken);
            _sent();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _content.Dispose();
            base.Dispose(disposing);
        }
    }
}
