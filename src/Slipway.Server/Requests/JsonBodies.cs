using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Requests;

/// <summary>Looks at JSON before a feature reads it: it is UTF-8 (RFC 8259, 8.1), and has no more values than the largest request can need.</summary>
internal sealed class JsonBodies(RequestDelegate next, ServerOptions options)
{
    private readonly long _mostValues = CountedJson.MostValues(options.Contents);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasJsonContentType())
            return next(context);
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Charset.Length > 0 && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new ProblemException(ServerProblems.ContentTypeUnknown.At("Content-Type", $"JSON is UTF-8, and the body comes as {HeaderUtilities.RemoveQuotes(type.Charset)}.", "Send the JSON as UTF-8."));
        request.Body = new CountedJson(request.Body, _mostValues, long.MaxValue);
        return next(context);
    }
}
