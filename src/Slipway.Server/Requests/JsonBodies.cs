using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Requests;

/// <summary>Checks JSON before a feature reads it: it must be UTF-8 (RFC 8259, 8.1) and have no more values than the largest request needs.</summary>
internal sealed class JsonBodies(RequestDelegate next, ServerOptions options)
{
    private readonly long _mostValues = CountedJson.MostValues(options.Contents);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasJsonContentType())
            return next(context);
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Charset.Length > 0 && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new ProblemException(ServiceProblems.ContentTypeUnknown.At("Content-Type", $"JSON must be UTF-8, and the body has the charset {HeaderUtilities.RemoveQuotes(type.Charset)}.", "Send the JSON as UTF-8."));
        request.Body = new CountedJson(request.Body, _mostValues, long.MaxValue);
        return next(context);
    }
}
