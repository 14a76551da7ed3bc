using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Slipway.Server.Description;

/// <summary>The served OpenAPI document. It is generated once, because generating it for each request would let anybody keep the service busy.</summary>
internal sealed class ServedDescription([FromKeyedServices(DescriptionEndpoints.Name)] IOpenApiDocumentProvider documents) : IDisposable
{
    private readonly SemaphoreSlim _making = new(1, 1);
    private byte[]? _document;

    /// <summary>Answers a request for the document, with 304 if the client already has it.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        var document = await ReadAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "no-cache";
        // Streamed in parts, because a single write would hold a copy of the document for each client, however slowly it reads.
        return Results.Stream(new MemoryStream(document, writable: false), "application/json;charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(document).AsSpan(0, 16))}\""));
    }

    public void Dispose() => _making.Dispose();

    private async Task<byte[]> ReadAsync(CancellationToken cancellation)
    {
        if (_document is { } made)
            return made;
        await _making.WaitAsync(cancellation);
        try
        {
            return _document ??= await MakeAsync(cancellation);
        }
        finally
        {
            _making.Release();
        }
    }

    private async Task<byte[]> MakeAsync(CancellationToken cancellation)
    {
        var document = await documents.GetOpenApiDocumentAsync(cancellation);
        using var bytes = new MemoryStream();
        await document.SerializeAsJsonAsync(bytes, OpenApiSpecVersion.OpenApi3_1, cancellation);
        return bytes.ToArray();
    }
}
