using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Slipway.Protocol.Client;

namespace Slipway.Protocol.Gateways;

/// <summary>Signs requests with the key of an enrolled machine. Safe for use from several threads.</summary>
public sealed class RequestSigner : IDisposable
{
    private const int NonceLength = 16;

    private readonly Lock _gate = new();
    private readonly ECDsa _key;
    private readonly TimeProvider _time;

    /// <summary>Opens the key of a machine.</summary>
    /// <param name="identity">Identity of the machine.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="Problems.ProblemException">The key cannot be used.</exception>
    public RequestSigner(MachineIdentity identity, TimeProvider time)
    {
        Identity = identity;
        _key = identity.OpenKey();
        _time = time;
    }

    /// <summary>Identity of the machine.</summary>
    public MachineIdentity Identity { get; }

    /// <summary>Creates the proof of a request; what it covers must not change afterwards.</summary>
    /// <returns>The values of the headers Signature-Input and Signature.</returns>
    public (string Input, string Signature) Prove(ProvenRequest request)
    {
        var components = request.Components;
        var parameters = RequestProof.Write(components, _time.GetUtcNow(), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceLength)), Identity.MachineId);
        var text = request.SignatureBase(components, parameters);
        lock (_gate)
            return ($"{RequestProof.Label}={parameters}", $"{RequestProof.Label}=:{Convert.ToBase64String(_key.SignData(text, HashAlgorithmName.SHA256))}:");
    }

    /// <summary>Adds the hash of the body and the proof to a request, replacing an earlier proof.</summary>
    /// <param name="request">The request, with all of its headers.</param>
    /// <param name="server">Base of relative addresses.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task SignAsync(HttpRequestMessage request, Uri server, CancellationToken cancellation)
    {
        if (request.Content is MeasuredContent measured)
            await measured.AddDigestAsync(cancellation);
        else if (request.Content is { } content)
            await ContentDigest.AddAsync(content, cancellation);
        Sign(request, server);
    }

    /// <summary>Adds the proof to a request without a body, or whose body already has its hash in a header or in the address.</summary>
    /// <param name="request">The request, with all of its headers.</param>
    /// <param name="server">Base of relative addresses.</param>
    public void Sign(HttpRequestMessage request, Uri server)
    {
        var target = new Uri(server, request.RequestUri!).PathAndQuery;
        var (input, signature) = Prove(new ProvenRequest(request.Method.Method, target, name => Header(request.Headers, name) ?? (request.Content is { } content ? Header(content.Headers, name) : null)));
        request.Headers.Remove(RequestProof.InputHeader);
        request.Headers.Remove(RequestProof.SignatureHeader);
        request.Headers.TryAddWithoutValidation(RequestProof.InputHeader, input);
        request.Headers.TryAddWithoutValidation(RequestProof.SignatureHeader, signature);
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    // The path and query as sent, without unescaping.
    private static string? Header(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
